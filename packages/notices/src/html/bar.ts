import { type Markup, markup } from "./markup.ts";

const WIDTH = 100;

/**
 * How much of a limit is used, as a small picture beside the figures: what is taken, what is planned, what is free. Drawn
 * with attributes, since the content policy allows no style of its own.
 */
export function limitBar({
  takenMinor,
  plannedMinor,
  limitMinor,
}: {
  readonly takenMinor: number;
  readonly plannedMinor: number;
  readonly limitMinor: number;
}): Markup {
  const scale = limitMinor === 0 ? 0 : WIDTH / limitMinor;
  const taken = Math.min(WIDTH, Math.round(takenMinor * scale * 10) / 10);
  const planned = Math.min(WIDTH - taken, Math.round(plannedMinor * scale * 10) / 10);
  return markup`<svg class="bar" viewBox="0 0 ${WIDTH} 8" width="${WIDTH}" height="8" aria-hidden="true" preserveAspectRatio="none"><rect class="limit" width="${WIDTH}" height="8"/><rect class="taken" width="${taken}" height="8"/><rect class="planned" x="${taken}" width="${planned}" height="8"/></svg>`;
}
