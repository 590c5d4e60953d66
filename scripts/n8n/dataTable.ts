import { z } from 'zod';
import type { N8nSession } from './session';

const found = z.object({
	data: z.array(z.object({ id: z.string(), name: z.string(), projectId: z.string() })),
});
const page = z.object({ count: z.number(), data: z.array(z.record(z.unknown())) });

/** Rows of one answer of n8n. */
const pageSize = 250;

/** One of n8n's data tables, as its page in the editor reads it. */
export class DataTable {
	/** Where the editor shows it, behind n8n's own address. */
	readonly page: string;
	private readonly path: string;

	private constructor(
		private readonly session: N8nSession,
		{ id, projectId }: { id: string; projectId: string },
	) {
		this.page = `/projects/${projectId}/datatables/${id}`;
		this.path = `/rest/projects/${projectId}/data-tables/${id}/rows`;
	}

	/** @throws Error when there is no table of this name */
	static async named(session: N8nSession, name: string): Promise<DataTable> {
		const filter = encodeURIComponent(JSON.stringify({ name }));
		const { data } = await session.request(found, 'GET', `/rest/data-tables-global?filter=${filter}`);
		const table = data.find((one) => one.name === name);
		if (!table) throw new Error(`n8n has no data table "${name}".`);
		return new DataTable(session, table);
	}

	/** How many rows have a text in a column. */
	async countFilled(column: string): Promise<number> {
		const filters = [{ columnName: column, condition: 'isNotEmpty', value: null }];
		const filter = encodeURIComponent(JSON.stringify({ type: 'and', filters }));
		return (await this.session.request(page, 'GET', `${this.path}?take=1&filter=${filter}`)).count;
	}

	/** All rows, the first one first. */
	async rows(): Promise<Array<Record<string, unknown>>> {
		const rows: Array<Record<string, unknown>> = [];
		for (;;) {
			const path = `${this.path}?skip=${rows.length}&take=${pageSize}&sortBy=id:asc`;
			const { count, data } = await this.session.request(page, 'GET', path);
			rows.push(...data);
			if (data.length === 0 || rows.length >= count) return rows;
		}
	}
}
