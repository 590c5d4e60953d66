import { chromium, selectors, type BrowserContext, type Page } from 'playwright-core';
import { owner } from '../../../scripts/n8n/owner';
import { Canvas } from './canvas';
import { Choices } from './choices';
import { findChromium } from './chromium';
import { CredentialDialog } from './credentialDialog';
import { NodeCreator } from './nodeCreator';
import { NodePanel } from './nodePanel';
import { Notices } from './notices';
import { Screenshots } from './screenshots';

const quiet = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--disable-dev-shm-usage',
];

/** Milliseconds that anything in the editor may take; the machine may be busy with other tests. */
const patience = 30_000;

/** n8n's editor in a browser of its own. */
export class Editor {
	readonly choices = new Choices();
	readonly notices: Notices;
	readonly canvas: Canvas;
	readonly panel: NodePanel;
	readonly credential: CredentialDialog;
	readonly pictures: Screenshots;

	private constructor(
		private readonly browser: BrowserContext,
		readonly page: Page,
		readonly url: string,
		suite: string,
	) {
		const creator = new NodeCreator(page, this.choices);
		this.notices = new Notices(page);
		this.canvas = new Canvas(page, url, creator, this.notices);
		this.panel = new NodePanel(page, this.choices, this.notices);
		this.credential = new CredentialDialog(page, url);
		this.pictures = new Screenshots(page, suite);
	}

	/**
	 * Opens the browser at n8n's sign-in page. It can reach nothing but this computer.
	 *
	 * @param profile a folder for the browser's cache and session, which is kept
	 * @param suite names the folder of the screenshots
	 * @throws Error when there is no Chromium
	 */
	static async open(url: string, profile: string, suite: string): Promise<Editor> {
		const found = findChromium();
		if (found === undefined) throw new Error('There is no Chromium.');
		selectors.setTestIdAttribute('data-test-id');
		const browser = await chromium.launchPersistentContext(profile, {
			executablePath: found.executablePath,
			env: { ...process.env, ...found.environment },
			args: quiet,
			timeout: 60_000,
			viewport: { width: 1440, height: 900 },
			locale: 'en-US',
			colorScheme: 'light',
			reducedMotion: 'reduce',
		});
		browser.setDefaultTimeout(patience);
		await browser.route(
			({ hostname, protocol }) => protocol.startsWith('http') && hostname !== '127.0.0.1',
			(route) => route.abort(),
		);
		return new Editor(browser, browser.pages()[0] ?? (await browser.newPage()), url, suite);
	}

	/** Signs the owner in by the form, unless the session of an earlier test still holds. */
	async signIn(): Promise<void> {
		await this.page.goto(`${this.url}/signin`);
		const form = this.page.getByTestId('auth-form');
		await form.or(this.page.getByTestId('project-home-menu-item')).first().waitFor();
		if (!(await form.isVisible())) return;
		await this.page.locator('input[type="email"]').fill(owner.email);
		await this.page.locator('input[type="password"]').fill(owner.password);
		await this.page.getByTestId('form-submit-button').click();
		await this.page.waitForURL(({ pathname }) => !pathname.startsWith('/signin'));
	}

	/** Switches between light and dark, as the person's system would. */
	async theme(colorScheme: 'light' | 'dark'): Promise<void> {
		await this.page.emulateMedia({ colorScheme });
	}

	async close(): Promise<void> {
		await this.browser.close();
	}
}
