import type { Locator, Page } from 'playwright-core';

/** The page of n8n's settings on which a person installs a package. */
export class CommunityNodes {
	constructor(
		private readonly page: Page,
		private readonly url: string,
	) {}

	/** Opens the dialog of an installation, and fills it in as far as a person does before the last click. */
	async prepareInstallation(packageName: string): Promise<Locator> {
		await this.page.goto(`${this.url}/settings/community-nodes`);
		await this.page
			.getByRole('button', { name: /^Install/ })
			.first()
			.click();
		const dialog = this.page.getByRole('dialog');
		await dialog
			.getByTestId('package-name-input')
			.or(dialog.locator('input[type="text"]'))
			.first()
			.fill(packageName);
		await dialog.getByText(/I understand the risks/).click();
		return dialog;
	}
}
