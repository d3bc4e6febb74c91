import icons from "unplugin-icons/vite";
import { defineConfig } from "vite";
import solid from "vite-plugin-solid";

export default defineConfig({
  plugins: [solid(), icons({ compiler: "solid" })],
  // `/assets` is where the service keeps what documents need.
  build: { target: "es2022", assetsDir: "app", assetsInlineLimit: 0, chunkSizeWarningLimit: 700 },
  // With `npm run dev`, the service itself answers everything that is no page.
  server: { proxy: { "/v1": service(), "/api": service(), "/docs": service(), "/assets": service() } },
});

function service(): string {
  return `http://127.0.0.1:${process.env["PORT"] ?? "8787"}`;
}
