import type { Page } from 'playwright-core';
import type { NodeMessage } from './outputPanel';

/** The notices that n8n pops up in the corner. */
export class Notices {
	constructor(private readonly page: Page) {}

	/** Closes those that are there, so that they hide nothing and the next one is new. */
	async closeAll(): Promise<void> {
		const close = this.notices.locator('.el-notification__closeBtn');
		for (let open = await close.count(); open > 0; open = await close.count()) {
			await close
				.first()
				.click({ force: true, timeout: 2000 })
				.catch(() => undefined);
		}
	}

	/** Waits for the notice that says how a run ended. */
	async runEnded(): Promise<string> {
		const notice = this.notices.filter({ hasText: /executed|problem|error|fail|cannot start/i }).first();
		return (await notice.innerText()).trim();
	}

	/** Waits for the notice that a run cannot start. */
	async notStarted(): Promise<NodeMessage> {
		const notice = this.notices.filter({ hasText: 'cannot start' }).first();
		const [title = '', ...reasons] = (await notice.innerText()).trim().split('\n');
		return { title, description: reasons.join(' ') };
	}

	private get notices() {
		return this.page.locator('.el-notification');
	}
}
