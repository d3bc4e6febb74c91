import "@fontsource-variable/noto-sans";
import "@fontsource-variable/noto-sans-sc";
import "./style/tokens.css";
import "./style/base.css";
import { render } from "solid-js/web";
import { App } from "./app.tsx";
import { watchSigns } from "./shell/at-work.ts";

const root = document.getElementById("app");
if (!root) throw new Error("the page has no place for the application");
watchSigns();
render(() => <App />, root);
