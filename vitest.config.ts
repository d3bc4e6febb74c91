import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Twice the cores of the smallest machine we care about: tests that start a browser or a program wait much of their time.
    maxWorkers: 4,
    projects: [
      {
        test: {
          name: "node",
          environment: "node",
          // Files share what they import, which spares a quarter of the time. INVARIANT: no module keeps anything that one
          // test could leave to another; what there is of state is made by the test that needs it.
          isolate: false,
          include: [
            "packages/*/src/**/*.test.ts",
            "apps/*/src/**/*.test.ts",
            "tools/**/*.test.ts",
            "test/**/*.test.ts",
          ],
          // A real PostgreSQL, which starts once a test asks for it.
          globalSetup: ["./test/support/postgres.setup.ts"],
          // These end what hangs and nothing else: how fast something is, is measured in test/bench.
          testTimeout: 300_000,
          hookTimeout: 300_000,
          expect: { poll: { timeout: 120_000 } },
        },
      },
    ],
  },
});
