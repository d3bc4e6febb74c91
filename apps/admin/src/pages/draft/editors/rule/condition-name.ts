import { type Vocabulary, readCondition } from "@evenhand/policy";

/** What a named condition is called: by the policy's word for it, else by what it says, else by its key. */
export function conditionName(name: string, { policy, language }: Vocabulary): string {
  const word = Object.hasOwn(policy.words, name) ? policy.words[name] : undefined;
  if (word) return word[language];
  if (!Object.hasOwn(policy.conditions ?? {}, name)) return name;
  try {
    return readCondition({ condition: name }, policy, language);
  } catch {
    // A condition that is not finished cannot be read.
    return name;
  }
}
