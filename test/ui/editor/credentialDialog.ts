import type { Page } from 'playwright-core';

/** The dialog in which a person stores an account. */
export class CredentialDialog {
	constructor(
		private readonly page: Page,
		private readonly url: string,
	) {}

	/** Opens the form of a new credential from the list of credentials. */
	async openNew(service: string): Promise<void> {
		await this.page.goto(`${this.url}/home/credentials`);
		await this.page.getByTestId('add-resource-credential').click();
		await this.page.getByTestId('new-credential-type-select').locator('input').fill(service);
		await this.page.getByTestId('new-credential-type-select-option').first().click();
		await this.page.getByTestId('new-credential-type-button').click();
		await this.dialog.waitFor();
	}

	async fill(field: string, value: string): Promise<void> {
		await this.dialog.getByTestId(`parameter-input-${field}`).locator('input').fill(value);
	}

	/** Picks an option of a drop-down. */
	async choose(field: string, option: string): Promise<void> {
		await this.dialog.getByTestId(`parameter-input-${field}`).click();
		await this.page.locator('.el-select-dropdown__item:visible').filter({ hasText: option }).first().click();
	}

	/** Saves, upon which n8n tests. */
	async save(): Promise<void> {
		await this.dialog.getByTestId('credential-save-button').click();
	}

	/** Waits for the green banner and reads it. */
	async success(): Promise<string> {
		const banner = this.dialog.getByTestId('credentials-config-container-test-success');
		await banner.waitFor();
		return await banner.innerText();
	}

	/** Waits for the red banner and reads it, details included. */
	async refusal(): Promise<string> {
		const more = this.dialog.getByText('More details');
		await more.click();
		await more.waitFor({ state: 'hidden' });
		return await this.dialog.getByTestId('node-credentials-config-container').innerText();
	}

	async close(): Promise<void> {
		await this.page.keyboard.press('Escape');
		await this.dialog.waitFor({ state: 'hidden' });
	}

	private get dialog() {
		return this.page.getByTestId('editCredential-modal');
	}
}
