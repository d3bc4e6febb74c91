// size: one file that an auditor can carry, read through and run.
//
// Verifies receipts and logs of Evenhand with nothing but Node (18 or later): no package, no network. It shares no code
// with the program that wrote them; docs/reference/evidence.md says what is checked, so that it can be written again.
//
//   node verify.mjs receipt.json [--key VKEY]
//   node verify.mjs log --since checkpoint.json bundle.json [--key VKEY]
//
// Exits with 0 where everything holds, 2 where something does not, 3 where a file cannot be read.
import { createHash, createPublicKey, verify } from "node:crypto";
import { readFileSync, realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";

const MOST_LEVELS = 256;
const MOST_SIGNATURES = 64;
const EMPTY_ROOT = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
const UNREADABLE = ["not-text", "too-deep", "not-json", "wrong-shape"];

// ---- what is said

const MESSAGES = {
  "not-text": { en: "it is not text in UTF-8", zh: "不是UTF-8文本" },
  "too-deep": {
    en: `it is nested more than ${MOST_LEVELS} levels deep`,
    zh: `嵌套超过${MOST_LEVELS}层`,
  },
  "not-json": { en: "it is not JSON", zh: "不是有效的JSON" },
  "not-canonical": {
    en: "it is not written as it was handed out, in canonical JSON",
    zh: "不是出具时的写法（规范JSON）",
  },
  "bad-key": { en: "this is no verifier key", zh: "这不是有效的核验公钥" },
  "other-key": {
    en: "this is another key than the one given or kept",
    zh: "与给定的或此前保存的公钥不同",
  },
  "bad-checkpoint": {
    en: "the checkpoint is not a signed note of origin, size and root",
    zh: "检查点不是由来源、规模和根组成的签名文本",
  },
  "other-log": {
    en: "the checkpoint is of another log",
    zh: "检查点属于另一日志",
  },
  "not-signed": { en: "the checkpoint bears no signature of this key", zh: "检查点没有该密钥的签名" },
  "bad-signature": {
    en: "the signature does not belong to this checkpoint and key",
    zh: "签名与检查点和公钥不符",
  },
  "not-in-tree": {
    en: "the audit event does not stand at this position of the log that was signed",
    zh: "在已签名的日志中，该位置上的记录不是这一条",
  },
  "opening-twice": { en: "this token is opened twice", zh: "同一标记被重复揭示" },
  "opening-unused": { en: "this token does not occur in the audit event", zh: "记录中没有这一标记" },
  "opening-mismatch": { en: "this is not what stood behind the token", zh: "所揭示的内容与标记不符" },
  "older-log": (before, now) => ({
    en: `the log has ${now} entries, and had ${before} before: it was cut, or an older copy was put back`,
    zh: `日志现有${now}条，此前已有${before}条：末尾被截去，或恢复成了旧的备份`,
  }),
  forked: {
    en: "two different logs of the same length were signed",
    zh: "同样长度的日志被签署了两个不同的版本",
  },
  "not-consistent": {
    en: "the log did not only grow: something before the earlier checkpoint was changed, or the proof is wrong",
    zh: "日志并非只有追加：较早检查点之前的内容有变动，或证明有误",
  },
  "leaves-differ": {
    en: "these are not the entries that were signed",
    zh: "这些记录与已签名的日志不符",
  },
};

const FORMS = {
  object: [isObject, { en: "it must be an object", zh: "应为一个对象" }],
  format: [(value) => value === 1, { en: "it must be `1`", zh: "应为`1`" }],
  text: [isText, { en: "it must be a text", zh: "应为一段文字" }],
  texts: [
    (value) => Array.isArray(value) && value.every(isText),
    { en: "it must be a list of texts", zh: "应为文字列表" },
  ],
  count: [isCount, { en: "it must be a whole number from 0", zh: "应为不小于0的整数" }],
  list: [Array.isArray, { en: "it must be a list", zh: "应为一个列表" }],
  hash: [isHash, { en: "it must be 64 lower-case hexadecimal digits", zh: "应为64位小写十六进制数字" }],
  hashes: [
    (value) => Array.isArray(value) && value.every(isHash),
    {
      en: "it must be a list of hashes of 64 lower-case hexadecimal digits each",
      zh: "应为散列值列表，每个散列值为64位小写十六进制数字",
    },
  ],
  token: [
    isToken,
    {
      en: "it must be `person-` or `text-` and 64 lower-case hexadecimal digits",
      zh: "应为`person-`或`text-`加64位小写十六进制数字",
    },
  ],
};

const UNKNOWN_FIELD = { en: "there is no such field", zh: "没有这一字段" };

const SHAPES = {
  receipt: {
    format: "format",
    auditEvent: "text",
    position: "count",
    proof: "hashes",
    checkpoint: "text",
    vkey: "text",
    openings: "list",
  },
  opening: { token: "token", salt: "hash", value: "text" },
  signed: { checkpoint: "text", vkey: "text" },
  bundle: { format: "format", checkpoint: "text", vkey: "text", proof: "hashes", "leaves?": "object" },
  leaves: { peaks: "hashes", bodies: "texts" },
};

function problem(code, at, ...figures) {
  const message = MESSAGES[code];
  return { code, at, message: typeof message === "function" ? message(...figures) : message };
}

// ---- receipts

/** Everything that does not hold of a receipt, given as bytes. */
export function verifyReceipt(bytes, expected = {}) {
  const text = decode(bytes);
  if (text === undefined) return [problem("not-text", "")];
  const read = readJson(text.replace(/\n$/, ""), "");
  if (read.problems) return read.problems;
  const misshapen = receiptProblems(read.value);
  if (misshapen.length > 0) return misshapen;
  const receipt = read.value;
  const body = readJson(receipt.auditEvent, "/auditEvent");
  return [
    ...(read.isCanonical ? [] : [problem("not-canonical", "")]),
    ...(body.problems ?? (body.isCanonical ? [] : [problem("not-canonical", "/auditEvent")])),
    ...(expected.vkey === undefined || expected.vkey === receipt.vkey ? [] : [problem("other-key", "/vkey")]),
    ...treeProblems(receipt),
    ...openingProblems(receipt),
  ];
}

function receiptProblems(value) {
  const problems = shapeProblems(value, "receipt", "");
  if (problems.length > 0) return problems;
  return value.openings.flatMap((opening, index) => shapeProblems(opening, "opening", `/openings/${index}`));
}

function treeProblems(receipt) {
  const signed = verifyCheckpoint(receipt, "");
  if (signed.problems) return signed.problems;
  const leaf = leafHash(receipt.auditEvent);
  return isIncluded({ ...receipt, ...signed, leaf }) ? [] : [problem("not-in-tree", "/auditEvent")];
}

function openingProblems({ auditEvent, openings }) {
  const seen = new Set();
  return openings.flatMap((opening, index) => {
    const at = `/openings/${index}`;
    const isTwice = seen.has(opening.token);
    seen.add(opening.token);
    if (isTwice) return [problem("opening-twice", at)];
    if (!auditEvent.includes(opening.token)) return [problem("opening-unused", at)];
    return opens(opening) ? [] : [problem("opening-mismatch", at)];
  });
}

function opens({ token, salt, value }) {
  if (!isWellFormed(value)) return false;
  const isPerson = token.startsWith("person-");
  const hash = sha256(salt + (isPerson ? value : JSON.stringify(value))).toString("hex");
  return token === `${isPerson ? "person" : "text"}-${hash}`;
}

// ---- logs

/** Everything that does not hold of a bundle, against a checkpoint that was kept; both given as bytes. */
export function verifyLog(bundleBytes, sinceBytes, expected = {}) {
  const older = readDocument(sinceBytes, "/since", "signed");
  const newer = readDocument(bundleBytes, "/bundle", "bundle");
  if (older.problems || newer.problems) return [...(older.problems ?? []), ...(newer.problems ?? [])];
  const vkey = expected.vkey ?? older.value.vkey;
  const problems = [
    ...(older.value.vkey === vkey ? [] : [problem("other-key", "/since/vkey")]),
    ...(newer.value.vkey === vkey ? [] : [problem("other-key", "/bundle/vkey")]),
  ];
  const before = verifyCheckpoint(older.value, "/since");
  const now = verifyCheckpoint(newer.value, "/bundle");
  if (before.problems || now.problems)
    return [...problems, ...(before.problems ?? []), ...(now.problems ?? [])];
  const inconsistency = inconsistencyOf(before, now, newer.value.proof);
  if (inconsistency)
    return [...problems, problem(inconsistency, "/bundle/checkpoint", before.size, now.size)];
  return [...problems, ...leavesProblems(newer.value.leaves, before, now)];
}

function readDocument(bytes, at, shape) {
  const text = decode(bytes);
  if (text === undefined) return { problems: [problem("not-text", at)] };
  const read = readJson(text, at);
  if (read.problems) return read;
  const value = shape === "signed" ? signedPart(read.value) : read.value;
  const problems = shapeProblems(value, shape, at);
  if (problems.length === 0 && value.leaves)
    problems.push(...shapeProblems(value.leaves, "leaves", `${at}/leaves`));
  return problems.length > 0 ? { problems } : { value };
}

/** A checkpoint and its key can be taken from a receipt or an earlier bundle too. */
function signedPart(value) {
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => Object.hasOwn(SHAPES.signed, name)));
}

function inconsistencyOf(older, newer, proof) {
  if (older.origin !== newer.origin) return "other-log";
  if (newer.size < older.size) return "older-log";
  if (older.size === 0 && newer.size > 0)
    return older.root === EMPTY_ROOT && proof.length === 0 ? undefined : "not-consistent";
  if (isConsistent(older, newer, proof)) return undefined;
  return older.size === newer.size && older.root !== newer.root ? "forked" : "not-consistent";
}

/** From the full subtrees at the earlier checkpoint, the entries since must lead to the later root. */
function leavesProblems(leaves, before, now) {
  if (!leaves) return [];
  const levels = levelsOf(before.size);
  if (levels.length !== leaves.peaks.length || foldPeaks(leaves.peaks) !== before.root)
    return [problem("leaves-differ", "/bundle/leaves/peaks")];
  const peaks = leaves.peaks.map((hash, index) => ({ hash, level: levels[index] }));
  for (const body of leaves.bodies) {
    let peak = { hash: leafHash(body), level: 0 };
    while (peaks.length > 0 && peaks[peaks.length - 1].level === peak.level)
      peak = { hash: nodeHash(peaks.pop().hash, peak.hash), level: peak.level + 1 };
    peaks.push(peak);
  }
  const holds =
    before.size + leaves.bodies.length === now.size && foldPeaks(peaks.map(({ hash }) => hash)) === now.root;
  return holds ? [] : [problem("leaves-differ", "/bundle/leaves/bodies")];
}

// ---- the tree (RFC 6962, RFC 9162)

function leafHash(text) {
  return sha256(Buffer.concat([Buffer.of(0), Buffer.from(text, "utf8")])).toString("hex");
}

function nodeHash(left, right) {
  return sha256(Buffer.concat([Buffer.of(1), Buffer.from(left, "hex"), Buffer.from(right, "hex")])).toString(
    "hex",
  );
}

/** RFC 9162, 2.1.3.2. */
export function isIncluded({ leaf, position, size, proof, root }) {
  if (!isCount(position) || !isCount(size) || position >= size) return false;
  if (!isHash(leaf) || !proof.every(isHash)) return false;
  let [at, last, hash] = [position, size - 1, leaf];
  for (const sibling of proof) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(sibling, hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else hash = nodeHash(hash, sibling);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && hash === root;
}

/** RFC 9162, 2.1.4.2. */
export function isConsistent(older, newer, proof) {
  if (!isCount(older.size) || !isCount(newer.size) || older.size > newer.size) return false;
  if (older.size === newer.size)
    return proof.length === 0 && older.root === newer.root && (older.size > 0 || older.root === EMPTY_ROOT);
  if (older.size === 0 || proof.length === 0) return false;
  const path = levelsOf(older.size).length === 1 ? [older.root, ...proof] : proof;
  if (!path.every(isHash)) return false;
  let [at, last] = [older.size - 1, newer.size - 1];
  while (at % 2 === 1) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  let [before, now] = [path[0], path[0]];
  for (const sibling of path.slice(1)) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      before = nodeHash(sibling, before);
      now = nodeHash(sibling, now);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else now = nodeHash(now, sibling);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && before === older.root && now === newer.root;
}

/** The levels of the full subtrees that a tree of this size is made of, the largest first. */
function levelsOf(size) {
  const levels = [];
  for (let [level, rest] = [0, size]; rest > 0; level += 1, rest = Math.floor(rest / 2))
    if (rest % 2 === 1) levels.unshift(level);
  return levels;
}

function foldPeaks(hashes) {
  if (hashes.length === 0) return EMPTY_ROOT;
  return hashes.slice(0, -1).reduceRight((root, peak) => nodeHash(peak, root), hashes[hashes.length - 1]);
}

// ---- checkpoints (C2SP signed-note, tlog-checkpoint)

function verifyCheckpoint({ checkpoint: note, vkey }, at) {
  const key = readKey(vkey);
  if (!key) return { problems: [problem("bad-key", `${at}/vkey`)] };
  const fail = (code) => ({ problems: [problem(code, `${at}/checkpoint`)] });
  const read = readNote(note);
  const checkpoint = read && readCheckpoint(read.text);
  if (!checkpoint) return fail("bad-checkpoint");
  if (checkpoint.origin !== key.name) return fail("other-log");
  const own = read.signatures.filter(({ name, id }) => name === key.name && id === key.id);
  if (own.length === 0) return fail("not-signed");
  return own.every(({ signature }) => isSignature(signature, read.text, key))
    ? checkpoint
    : fail("bad-signature");
}

function isSignature(signature, text, key) {
  if (signature.length !== 64) return false;
  try {
    const spki = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), key.bytes]);
    const publicKey = createPublicKey({ key: spki, format: "der", type: "spki" });
    return verify(null, Buffer.from(text, "utf8"), publicKey, signature);
  } catch {
    return false;
  }
}

function readKey(text) {
  const [, name, id, base64] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text) ?? [];
  const key = base64 === undefined ? undefined : fromBase64(base64);
  if (!key || !isKeyName(name) || key.length !== 33 || key[0] !== 1) return undefined;
  const wanted = sha256(Buffer.concat([Buffer.from(`${name}\n`, "utf8"), key])).subarray(0, 4);
  return wanted.toString("hex") === id ? { name, id, bytes: key.subarray(1) } : undefined;
}

function readNote(note) {
  const end = note.lastIndexOf("\n\n");
  if (end < 0 || !note.endsWith("\n") || !isWellFormed(note) || /[^\P{Cc}\n]/u.test(note)) return undefined;
  const lines = note.slice(end + 2, -1).split("\n");
  if (lines.length > MOST_SIGNATURES) return undefined;
  const signatures = lines.map((line) => {
    const [, name, base64] = /^— (\S+) (\S+)$/u.exec(line) ?? [];
    const bytes = base64 === undefined ? undefined : fromBase64(base64);
    if (!bytes || !isKeyName(name) || bytes.length < 5) return undefined;
    return { name, id: bytes.subarray(0, 4).toString("hex"), signature: bytes.subarray(4) };
  });
  return signatures.includes(undefined) ? undefined : { text: note.slice(0, end + 1), signatures };
}

function readCheckpoint(text) {
  const [origin, size = "", base64 = "", ...more] = text.slice(0, -1).split("\n");
  const root = fromBase64(base64);
  if (!origin || !/^(?:0|[1-9]\d*)$/.test(size) || !isCount(Number(size))) return undefined;
  if (root?.length !== 32 || more.includes("")) return undefined;
  return { origin, size: Number(size), root: root.toString("hex") };
}

// ---- JSON (RFC 8785) and bytes

function readJson(text, at) {
  if (isTooDeep(text)) return { problems: [problem("too-deep", at)] };
  try {
    const value = JSON.parse(text);
    return { value, isCanonical: canonical(value) === text };
  } catch {
    return { problems: [problem("not-json", at)] };
  }
}

/** The one text of a value; of what has none, something that is no text of any value. */
function canonical(value) {
  if (typeof value === "string") return isWellFormed(value) ? JSON.stringify(value) : "";
  if (typeof value === "number") return Number.isFinite(value) ? JSON.stringify(value) : "";
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (!isObject(value)) return String(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${canonical(name)}:${canonical(value[name])}`).join(",")}}`;
}

function isTooDeep(text) {
  let [depth, quoted] = [0, false];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (quoted) {
      if (character === "\\") at += 1;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === "{" || character === "[") {
      depth += 1;
      if (depth > MOST_LEVELS) return true;
    } else if (character === "}" || character === "]") depth -= 1;
  }
  return false;
}

function shapeProblems(value, shape, at) {
  const wrong = (path, message) => ({ code: "wrong-shape", at: path, message });
  if (!isObject(value)) return [wrong(at, FORMS.object[1])];
  const fields = Object.entries(SHAPES[shape]);
  const names = fields.map(([field]) => field.replace("?", ""));
  return [
    ...fields.flatMap(([field, form], index) => {
      const name = names[index];
      if (field !== name && !Object.hasOwn(value, name)) return [];
      const [holds, message] = FORMS[form];
      return Object.hasOwn(value, name) && holds(value[name]) ? [] : [wrong(`${at}/${name}`, message)];
    }),
    ...Object.keys(value)
      .filter((name) => !names.includes(name))
      .map((name) => wrong(`${at}/${name.replace(/~/g, "~0").replace(/\//g, "~1")}`, UNKNOWN_FIELD)),
  ];
}

function decode(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Only the one text that stands for these bytes. */
function fromBase64(text) {
  const bytes = Buffer.from(text, "base64");
  return bytes.toString("base64") === text ? bytes : undefined;
}

function sha256(data) {
  return createHash("sha256").update(data).digest();
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value) {
  return typeof value === "string";
}

function isCount(value) {
  return Number.isSafeInteger(value) && value >= 0;
}

function isHash(value) {
  return isText(value) && /^[0-9a-f]{64}$/.test(value);
}

function isToken(value) {
  return isText(value) && /^(?:person|text)-[0-9a-f]{64}$/.test(value);
}

function isKeyName(name) {
  return isWellFormed(name) && /^[^\s+\p{Cc}]+$/u.test(name);
}

/** No half of a surrogate pair stands alone. */
function isWellFormed(text) {
  return !/\p{Cs}/u.test(text);
}

// ---- the command

const WORDS = {
  en: {
    holds: (file) => `${file}: everything holds`,
    ownKey: "the key is the one in the file; give the log's own with --key to know who signed",
    fails: (file) => `${file}: does not hold`,
    unreadable: (file) => `${file}: cannot be read`,
    noFile: "there is no such file, or it may not be read",
    usage:
      "usage: node verify.mjs RECEIPT [--key VKEY]\n       node verify.mjs log --since CHECKPOINT BUNDLE [--key VKEY]",
  },
  zh: {
    holds: (file) => `${file}：核验通过`,
    ownKey: "所用公钥取自文件本身；请用--key给出日志的公钥，以确认由谁签署",
    fails: (file) => `${file}：核验不通过`,
    unreadable: (file) => `${file}：无法读取`,
    noFile: "文件不存在或无权读取",
    usage:
      "用法：node verify.mjs 回执文件 [--key 公钥]\n      node verify.mjs log --since 检查点文件 日志文件 [--key 公钥]",
  },
};

function main(args, environment) {
  const language = /^zh/i.test(environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || "")
    ? "zh"
    : "en";
  const words = WORDS[language];
  const asked = readArguments(args);
  if (!asked) {
    console.error(words.usage);
    return 3;
  }
  const { file, since, vkey } = asked;
  const [bytes, sinceBytes] = [readBytes(file), since === undefined ? undefined : readBytes(since)];
  const missing = bytes === null ? file : sinceBytes === null ? since : undefined;
  if (missing !== undefined) {
    console.error(`${words.unreadable(missing)}\n  ${words.noFile}`);
    return 3;
  }
  const expected = vkey === undefined ? {} : { vkey };
  const problems =
    since === undefined ? verifyReceipt(bytes, expected) : verifyLog(bytes, sinceBytes, expected);
  if (problems.length === 0) {
    console.log(words.holds(file));
    if (vkey === undefined && since === undefined) console.log(`  ${words.ownKey}`);
    return 0;
  }
  const unreadable = problems.filter(({ code }) => UNREADABLE.includes(code));
  const isSince = unreadable.length > 0 && unreadable.every(({ at }) => at.startsWith("/since"));
  console.error(unreadable.length > 0 ? words.unreadable(isSince ? since : file) : words.fails(file));
  for (const { code, at, message } of problems) console.error(`  ${code} ${at || "/"}  ${message[language]}`);
  return unreadable.length > 0 ? 3 : 2;
}

function readArguments(args) {
  const rest = [...args];
  const option = (name) => {
    const at = rest.indexOf(name);
    return at < 0 ? undefined : (rest.splice(at, 2)[1] ?? null);
  };
  const vkey = option("--key");
  const isLog = rest[0] === "log";
  const since = isLog ? option("--since") : undefined;
  const files = isLog ? rest.slice(1) : rest;
  if (files.length !== 1 || files[0].startsWith("-") || vkey === null || (isLog && !since)) return undefined;
  return { file: files[0], since, vkey };
}

function readBytes(file) {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}

const isRun =
  process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url);
if (isRun) process.exitCode = main(process.argv.slice(2), process.env);
