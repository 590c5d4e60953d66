import type { Locator, Page } from 'playwright-core';

/**
 * Drags one element onto another with the mouse. The form may move while it marks the fields that take something, so
 * the target is looked for once the drag has begun.
 *
 * @throws Error when one of them is not to be seen
 */
export async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
	await to.scrollIntoViewIfNeeded();
	const start = await middleOf(from);
	await page.mouse.move(start.x, start.y);
	await page.mouse.down();
	await page.mouse.move(start.x + 20, start.y + 20, { steps: 4 });
	const end = await middleOf(to);
	await page.mouse.move(end.x, end.y, { steps: 10 });
	const settled = await middleOf(to);
	await page.mouse.move(settled.x + 2, settled.y, { steps: 3 });
	await page.waitForTimeout(100);
	await page.mouse.up();
}

async function middleOf(element: Locator): Promise<{ x: number; y: number }> {
	const box = await element.boundingBox();
	if (!box) throw new Error(`Cannot drag: ${element.toString()} is not to be seen.`);
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
