import { type JSX, createUniqueId } from "solid-js";
import "./parts.css";

/** How much of something is done, in real counts: nothing in it is guessed. */
export function Progress(props: {
  readonly done: number;
  readonly total: number;
  /** What is being done. */
  readonly label: string;
  /** The counts in words. */
  readonly counts: string;
}): JSX.Element {
  const id = createUniqueId();
  return (
    <div class="progress">
      <span id={id}>{props.label}</span>
      <span data-part="counts">{props.counts}</span>
      <div
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={props.total}
        aria-valuenow={props.done}
        aria-valuetext={props.counts}
      >
        <div
          data-part="done"
          style={{ width: `${props.total === 0 ? 0 : (100 * props.done) / props.total}%` }}
        />
      </div>
    </div>
  );
}
