import { type JSX, splitProps } from "solid-js";
import "./parts.css";

/** A button; `kind` says how loud it is. It sends no form unless it is told to. */
export function Button(
  props: JSX.ButtonHTMLAttributes<HTMLButtonElement> & { readonly kind?: "main" | "plain" | "quiet" },
): JSX.Element {
  const [own, rest] = splitProps(props, ["kind", "type"]);
  return <button class="button" type={own.type ?? "button"} data-kind={own.kind ?? "plain"} {...rest} />;
}
