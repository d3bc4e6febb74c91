import { type ProbeOptions, type ProbeResult, probePolicy } from "@evenhand/analysis";
import { quote } from "@evenhand/domain";
import { CannotGoOn } from "../cannot-go-on.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { isFile, readPolicyFile } from "../policy-file.ts";
import { openRules, readPolicyName, versionNamed } from "../rules.ts";
import type { Surroundings } from "../surroundings.ts";
import { probeText } from "../text/probe-text.ts";

export type ProbeCommand = {
  readonly rules: string;
  /** A file, or a policy by name. */
  readonly target: string;
  readonly seed: number;
  /** Facts to be taken as protected besides those declared so. */
  readonly alsoProtected: readonly string[];
  readonly json: boolean;
};

/** Looks for what a policy should never do. A finding ends the command like something verified that does not hold. */
export async function probeCommand(command: ProbeCommand, surroundings: Surroundings): Promise<ExitCode> {
  const { seed, alsoProtected, json } = command;
  const loaded = loadedOf(command, surroundings);
  const result = probed(loaded, { seed, alsoProtected });
  const { currency } = loaded.version.policy;
  await surroundings.out(
    json ? `${JSON.stringify(result, null, 2)}\n` : probeText(result, currency, surroundings.language),
  );
  return result.findings.length > 0 ? EXIT.differs : EXIT.decided;
}

type Loaded = Parameters<typeof probePolicy>[0];

function loadedOf({ rules, target }: ProbeCommand, surroundings: Surroundings): Loaded {
  if (!isFile(target)) {
    const name = readPolicyName(target);
    return versionNamed(openRules(rules, surroundings, name.id), name).loaded;
  }
  const { loaded } = openRules(rules, surroundings).rulebook.tryOut(readPolicyFile(target));
  if (loaded) return loaded;
  throw new CannotGoOn(
    EXIT.invalid,
    { en: `${quote(target)} has errors and cannot be probed`, zh: `${quote(target)}有错误，无法排查` },
    { help: { en: "`evenhand validate` lists them", zh: "请运行`evenhand validate`查看" } },
  );
}

function probed(loaded: Loaded, options: ProbeOptions): ProbeResult {
  try {
    return probePolicy(loaded, options);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    const names = options.alsoProtected?.map((name) => quote(name)) ?? [];
    throw new CannotGoOn(
      EXIT.invalid,
      {
        en: `one of ${names.join(", ")} is not a fact of this policy`,
        zh: `${names.join("、")}中有的不是本制度的事实`,
      },
      {
        help: {
          en: "`evenhand requirements` lists the facts",
          zh: "请运行`evenhand requirements`查看各项事实",
        },
        cause,
      },
    );
  }
}
