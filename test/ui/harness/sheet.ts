import type { Page } from 'playwright-core';
import { z } from 'zod';
import type { N8nClient } from '../../../scripts/n8n/client';

const withId = z.object({ id: z.string() });

/** The rows of the sheet that a newcomer loads: one is new, one is in the demo campaign, one has no number. */
export const leads = [
	{ telefono: '+52 55 1111 2222', nombre: 'José Ñúñez', notas: 'Prefers mornings', saldo: '1200' },
	{ telefono: '+525512345678', nombre: 'María López', notas: '', saldo: '80' },
	{ telefono: '', nombre: 'Ana Pérez', notas: 'Asked for a call', saldo: '410' },
];

/** Fills a data table of n8n, the sheet that needs no outside account. */
export async function storeSheet(client: N8nClient, name: string): Promise<void> {
	const { session } = client;
	const { id: project } = await session.request(withId, 'GET', '/rest/projects/personal');
	const columns = Object.keys(leads[0] ?? {}).map((column) => ({ name: column, type: 'string' }));
	const tables = `/rest/projects/${project}/data-tables`;
	const table = await session.request(withId, 'POST', tables, { name, columns });
	await session.request(z.unknown(), 'POST', `${tables}/${table.id}/insert`, { data: leads });
}

/** Types into the first empty cell of a row of the table that is open in the editor, as a person corrects it. */
export async function typeIntoEmptyCell(page: Page, row: string, text: string): Promise<void> {
	const cells = page.locator('.ag-center-cols-container .ag-row').filter({ hasText: row });
	const stored = page.waitForResponse(
		(response) => response.request().method() === 'PATCH' && response.url().includes('/data-tables/'),
	);
	await cells.locator('.ag-cell').filter({ hasText: 'Empty' }).first().dblclick();
	await page.keyboard.type(text);
	await page.keyboard.press('Enter');
	await stored;
}
