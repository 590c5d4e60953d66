import { createWriteStream } from 'node:fs';
import { once } from 'node:events';

/** What must become of a row. */
type Expected = 'created' | 'skipped_duplicate' | 'failed';

/** A row of the file, from 0: one in a thousand has no phone number, and one has that of an earlier row. */
export function customer(row: number): { phone: string; id: string; expected: Expected } {
	const place = row % 1000;
	const expected = place === 7 ? 'failed' : place === 500 ? 'skipped_duplicate' : 'created';
	const person = expected === 'skipped_duplicate' ? row - 400 : row;
	const phone = expected === 'failed' ? '12' : `+5255${String(10_000_000 + person)}`;
	return { phone, id: `crm-${row}`, expected };
}

/** Writes a file of so many rows, with six columns. */
export async function writeCustomerFile(path: string, rows: number): Promise<void> {
	const file = createWriteStream(path);
	file.write('Telefono,Nombre,Nota,Clave,Ciudad,Saldo\n');
	for (let row = 0; row < rows; row++) {
		const { phone, id } = customer(row);
		const note = `"Pago vencido hace ${row % 90} días, segunda llamada"`;
		const line = `${phone},Cliente número ${row},${note},${id},Guadalajara,${1200 + (row % 500)}\n`;
		if (!file.write(line)) await once(file, 'drain');
	}
	file.end();
	await once(file, 'close');
}
