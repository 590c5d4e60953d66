import { findChromium, howToGetChromium } from '../../test/ui/editor/chromium';
import type { Step } from './step';

/**
 * A step that needs a browser. Without one it says how to get it; only in CI, where nobody reads along, that is a
 * failed test.
 */
export function withBrowser(step: Step): Step {
	return {
		...step,
		run: async () => {
			if (findChromium() !== undefined) return await step.run();
			console.log(howToGetChromium);
			return { passed: 0, failed: process.env.CI === 'true' ? 1 : 0 };
		},
	};
}
