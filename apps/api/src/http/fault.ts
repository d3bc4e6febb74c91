/**
 * What a log may hold of something that was thrown: its kind, where it came from, and what caused it. The message stays
 * out, since it may quote a case.
 */
export type Fault = { readonly name: string; readonly frames: readonly string[]; readonly cause?: Fault };

const MOST_FRAMES = 12;
const MOST_CAUSES = 4;

export function faultOf(thrown: unknown, depth = 0): Fault {
  if (!(thrown instanceof Error)) return { name: typeof thrown, frames: [] };
  const { cause } = thrown;
  return {
    name: thrown.name,
    frames: framesOf(thrown),
    ...(cause !== undefined && depth < MOST_CAUSES ? { cause: faultOf(cause, depth + 1) } : {}),
  };
}

/** A stack begins with name and message, which may run over several lines; frames are those that name a place. */
function framesOf({ stack, message }: Error): readonly string[] {
  const lines = (stack ?? "").replace(message, "").split("\n");
  return lines
    .map((line) => line.trim())
    .filter((line) => /^at .*:\d+:\d+\)?$/.test(line))
    .slice(0, MOST_FRAMES);
}
