/** What a key event bears while an input method is at work. */
const IME = 229;

/** Whether a key goes to an input method, as while pinyin is typed: then it is nobody else's. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === IME;
}

/** Whether a key goes into a field, or to a dialog that lies above the page. */
export function isTyping({ target }: KeyboardEvent): boolean {
  const places = "input, textarea, select, [contenteditable], dialog";
  return target instanceof Element && target.closest(places) !== null;
}
