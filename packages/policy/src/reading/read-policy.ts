import {
  type Guard,
  type Language,
  type Policy,
  type PolicyVersion,
  RULE_STAGES,
  type Rule,
  type RuleStage,
  type Scope,
  knownDeclarations,
} from "@evenhand/domain";
import { partyTestsTree, termsOf } from "./condition-tree.ts";
import { type DocumentWords, type SectionId, type StageEvents } from "./document-words.ts";
import { ENGLISH_DOCUMENT } from "./en/document.ts";
import { type Phrase, childPointer, phraseAt, textOf } from "./phrase.ts";
import type { PolicyReading, ReadingEntry, ReadingSection } from "./policy-reading.ts";
import { conditionPhrase, treeInWords } from "./read-condition.ts";
import { gatePhrase } from "./read-gate.ts";
import { rowPhrase, rulePhrase } from "./read-rule.ts";
import { type Vocabulary, vocabularyOf } from "./vocabulary.ts";
import { CHINESE_DOCUMENT } from "./zh/document.ts";

/**
 * A policy version from end to end as sentences: what it is, what a case states, its figures, its rules in the order
 * in which they are heard with the tables of each stage, its notes. Of the statutory guards it names, those given are
 * read out as well; of a draft it says that its day of effect is yet to be set. Every sentence knows where it comes from.
 *
 * @example readPolicy(version, "en").sections[0]?.entries[0]?.text
 * // "This is version 2 of “Complaint responsibility and bonus deduction” (complaint-fines)."
 */
export function readPolicy(
  version: PolicyVersion,
  language: Language,
  { guards = [], isDraft = false }: ReadingOptions = {},
): PolicyReading {
  const { policy, hash } = version;
  const reader: Reader = {
    policy,
    guards,
    vocabulary: { ...vocabularyOf(policy, language), isDraft },
    words: language === "zh" ? CHINESE_DOCUMENT : ENGLISH_DOCUMENT,
  };
  const sections = [
    section(reader, "header", headerEntries(reader)),
    section(reader, "terms", termEntries(reader)),
    section(reader, "case-facts", factEntries(reader, "case")),
    section(reader, "party-facts", factEntries(reader, "party")),
    section(reader, "computed-facts", [
      ...derivedEntries(reader, "case"),
      ...derivedEntries(reader, "party"),
    ]),
    section(reader, "parameters", parameterEntries(reader)),
    ...RULE_STAGES.flatMap((stage) => stageSections(reader, stage)),
    section(reader, "gates", gateEntries(reader), gatesIntro(reader)),
    section(reader, "notes", noteEntries(reader)),
  ].filter(({ entries, intro }) => entries.length + intro.length > 0);
  return {
    policy: { id: policy.id, version: policy.version, hash },
    language,
    title: policy.title[language],
    sections,
  };
}

type ReadingOptions = {
  readonly guards?: readonly Guard[];
  /** Whether it is still to be published, which is when its day of effect is set. */
  readonly isDraft?: boolean;
};

type Reader = {
  readonly policy: Policy;
  readonly guards: readonly Guard[];
  readonly vocabulary: Vocabulary;
  readonly words: DocumentWords;
};

function section(
  { words }: Reader,
  id: SectionId,
  entries: readonly ReadingEntry[],
  intro: readonly ReadingEntry[] = [],
): ReadingSection {
  return { id, title: words.sectionTitles[id], intro: entries.length === 0 ? [] : intro, entries };
}

type EntryPlace = Pick<ReadingEntry, "id" | "pointer"> &
  Partial<Pick<ReadingEntry, "references" | "title">> & { readonly note?: string | undefined };

function entry(phrase: Phrase, { id, pointer, references = [], title, note }: EntryPlace): ReadingEntry {
  return {
    id,
    pointer,
    ...(title === undefined ? {} : { title }),
    text: textOf(phrase),
    segments: phrase,
    references,
    ...(note === undefined ? {} : { note }),
  };
}

function headerEntries({ words, policy, vocabulary, guards }: Reader): readonly ReadingEntry[] {
  return words.header(policy, vocabulary, guards).map(({ phrase, ...place }) => entry(phrase, place));
}

function termEntries({ words, policy, vocabulary }: Reader): readonly ReadingEntry[] {
  return termsOf(policy).flatMap((name) => {
    const condition = policy.conditions?.[name];
    if (!condition) return [];
    const pointer = childPointer("/conditions", name);
    return entry(words.term(name, conditionPhrase(condition, vocabulary, pointer), pointer, vocabulary), {
      id: name,
      pointer,
    });
  });
}

function factEntries({ words, policy, vocabulary }: Reader, scope: Scope): readonly ReadingEntry[] {
  return Object.entries(knownDeclarations(policy)[scope])
    .toSorted(([left], [right]) => placeIn(policy.facts[scope], left) - placeIn(policy.facts[scope], right))
    .map(([name, declaration]) => {
      // Facts that every policy knows stand in no document: their sentence leads to where they would be declared.
      const isDeclared = Object.hasOwn(policy.facts[scope], name);
      const pointer = isDeclared ? childPointer("/facts", scope, name) : childPointer("/facts", scope);
      const phrase = words.fact({ name, declaration, scope, pointer }, vocabulary);
      return entry(isDeclared ? phrase : phraseAt(pointer)`${textOf(phrase)}`, {
        id: name,
        pointer,
        note: declaration.help?.[vocabulary.language],
      });
    });
}

/** Facts in the order of the document, those of every policy after them. */
function placeIn(declared: Readonly<Record<string, unknown>>, name: string): number {
  const place = Object.keys(declared).indexOf(name);
  return place === -1 ? Number.MAX_SAFE_INTEGER : place;
}

function derivedEntries({ words, policy, vocabulary }: Reader, scope: Scope): readonly ReadingEntry[] {
  return Object.entries(policy.derived?.[scope] ?? {}).map(([name, derivation]) => {
    const pointer = childPointer("/derived", scope, name);
    const tests =
      "where" in derivation && derivation.where && derivation.where.length > 0 ? derivation.where : undefined;
    const where =
      tests && treeInWords(partyTestsTree(tests, vocabulary, childPointer(pointer, "where")), vocabulary);
    return entry(
      words.derived({ name, derivation, scope, pointer, ...(where ? { where } : {}) }, vocabulary),
      { id: name, pointer },
    );
  });
}

function parameterEntries({ words, policy, vocabulary }: Reader): readonly ReadingEntry[] {
  return Object.entries(policy.parameters).map(([id, parameter]) => {
    const pointer = childPointer("/parameters", id);
    const phrase = words.parameter(parameter, pointer, vocabulary);
    return entry(phrase, {
      id,
      pointer,
      references: parameter.references,
      note: parameter.notes?.[vocabulary.language],
    });
  });
}

function gateEntries({ policy, vocabulary }: Reader): readonly ReadingEntry[] {
  return (policy.gates ?? []).map((gate, index) => {
    const pointer = childPointer("/gates", index);
    return entry(gatePhrase(gate, pointer, vocabulary), {
      id: gate.kind,
      pointer,
      title: gate.label[vocabulary.language],
      references: gate.references,
    });
  });
}

function gatesIntro({ words }: Reader): readonly ReadingEntry[] {
  return [entry(phraseAt("/gates")`${words.gatesIntro}`, { id: "intro", pointer: "/gates" })];
}

function noteEntries({ words, policy, vocabulary }: Reader): readonly ReadingEntry[] {
  return (policy.notes ?? []).map((note, index) => {
    const pointer = childPointer("/notes", index);
    return entry(words.note(note, pointer, vocabulary), {
      id: String(index),
      pointer,
      references: note.references ?? [],
    });
  });
}

/** The rules of a stage and then its tables, each in the order in which they are heard: by priority, then as written. */
function stageSections(reader: Reader, stage: RuleStage): readonly ReadingSection[] {
  const { policy, words, vocabulary } = reader;
  const rules = policy.rules
    .map((rule, index) => ({ rule, pointer: childPointer("/rules", index) }))
    .filter(({ rule }) => rule.stage === stage)
    .toSorted((left, right) => priorityOf(right.rule) - priorityOf(left.rule));
  const tables = Object.entries(policy.tables)
    .filter(([, table]) => table.stage === stage)
    .toSorted(
      ([, left], [, right]) => (right.priority ?? DEFAULT_PRIORITY) - (left.priority ?? DEFAULT_PRIORITY),
    );
  const intro = words
    .stageIntro(stage, eventsOf(policy, stage), vocabulary)
    .map((text, index) => entry(phraseAt("/rules")`${text}`, { id: `intro-${index}`, pointer: "/rules" }));
  const entries = rules.map(({ rule, pointer }) => ruleEntry(reader, rule, pointer));
  const opening = section(reader, stage, entries, intro);
  const introduced = rules.length === 0 && tables.length > 0 ? { ...opening, intro } : opening;
  return [introduced, ...tables.map(([id]) => tableSection(reader, id))];
}

const DEFAULT_PRIORITY = 1;

function priorityOf({ rule }: Rule): number {
  return rule.priority ?? DEFAULT_PRIORITY;
}

function ruleEntry({ vocabulary }: Reader, rule: Rule, pointer: string): ReadingEntry {
  const { language } = vocabulary;
  return entry(rulePhrase(rule, pointer, vocabulary), {
    id: rule.id,
    pointer,
    title: rule.label[language],
    references: rule.references,
    note: rule.notes?.[language],
  });
}

function tableSection({ policy, words, vocabulary }: Reader, id: string): ReadingSection {
  const table = policy.tables[id];
  if (!table) throw new Error(`the table \`${id}\` is not there`);
  const { language } = vocabulary;
  const pointer = childPointer("/tables", id);
  const when = table.when && conditionPhrase(table.when, vocabulary, childPointer(pointer, "when"));
  const rows = table.rows.map((row, index) => {
    const rowPointer = childPointer(pointer, "rows", index);
    const phrase = rowPhrase({ table, row, pointer, rowPointer }, vocabulary, { withTable: false });
    return entry(phrase, {
      id: `${id}#${row.id}`,
      pointer: rowPointer,
      references: row.references ?? table.references,
      note: row.notes?.[language],
    });
  });
  const intro = entry(words.tableIntro(table, when, pointer), {
    id: `${id}-intro`,
    pointer,
    references: table.references,
    note: table.notes?.[language],
  });
  return { id: `table:${id}`, title: table.label[language], intro: [intro], entries: rows };
}

function eventsOf(policy: Policy, stage: RuleStage): StageEvents {
  const types = [
    ...policy.rules.filter((rule) => rule.stage === stage).map(({ rule }) => rule.event.type as string),
    // Of a table at most one row stands, so that its rows do not compete with one another.
    ...Object.values(policy.tables).flatMap((table) =>
      table.stage === stage ? [table.event.type as string] : [],
    ),
  ];
  return {
    has: (type) => types.includes(type),
    competing: (type) => types.filter((each) => each === type).length > 1,
  };
}
