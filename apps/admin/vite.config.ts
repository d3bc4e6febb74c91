import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";
import icons from "unplugin-icons/vite";
import { type Plugin, defineConfig } from "vite";
import solid from "vite-plugin-solid";

export default defineConfig({
  plugins: [solid(), icons({ compiler: "solid" }), compressed()],
  // `/assets` is where the service keeps what documents need.
  build: {
    target: "es2022",
    assetsDir: "app",
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    // How long plugins take is nothing that somebody has to know who starts the service for the first time.
    rolldownOptions: { checks: { pluginTimings: false } },
  },
  // With `npm run dev`, the service itself answers everything that is no page.
  server: { proxy: { "/v1": service(), "/api": service(), "/docs": service(), "/assets": service() } },
});

/** Puts a compressed copy beside every text, so that the service does not have to compress at a first request. */
function compressed(): Plugin {
  return {
    name: "compressed",
    apply: "build",
    writeBundle: async ({ dir = "" }, bundle) => {
      const texts = Object.values(bundle).filter(({ fileName }) =>
        /^app\/.*\.(?:js|css|svg)$/.test(fileName),
      );
      await Promise.all(
        texts.map(async (text) => {
          const packed = await promisify(brotliCompress)(text.type === "chunk" ? text.code : text.source);
          await writeFile(join(dir, `${text.fileName}.br`), packed);
        }),
      );
    },
  };
}

function service(): string {
  return `http://127.0.0.1:${process.env["PORT"] ?? "8787"}`;
}
