import { defineConfig } from 'vitest/config';
export default defineConfig({
  test: {
    include: ['test/measures/**/*.test.ts'],
    exclude: ['test/scenario/levers/bundledLevers.test.ts', 'test/simulation/allInstruments.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
