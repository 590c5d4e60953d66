import type { IDataObject } from 'n8n-workflow';

/** Finds the columns of a row that fill a contact's fields, by their titles. */
export class ColumnTitles<Field extends string> {
	private readonly fieldByTitle = new Map<string, { field: Field; rank: number }>();
	private readonly known = new Map<string, { field: Field; rank: number } | undefined>();

	/** @param titles by field, separated by commas, the surest first; compared without accents, case and signs */
	constructor(titles: ReadonlyArray<readonly [field: Field, titles: string]>) {
		for (const [field, list] of titles) {
			list.split(',').forEach((title, rank) => {
				this.fieldByTitle.set(plain(title), { field, rank });
			});
		}
	}

	/**
	 * @returns the column for each field: of several that fit, the surest that is not empty; columns that no field
	 * knows are not named
	 */
	find(row: IDataObject): Partial<Record<Field, string>> {
		const found: Partial<Record<Field, string>> = {};
		const ranks: Partial<Record<Field, number>> = {};
		for (const title of Object.keys(row)) {
			const match = this.match(title);
			if (!match) continue;
			const value = row[title];
			const rank = match.rank + (value === '' || value === null || value === undefined ? 1000 : 0);
			if (rank >= (ranks[match.field] ?? Infinity)) continue;
			ranks[match.field] = rank;
			found[match.field] = title;
		}
		return found;
	}

	private match(title: string) {
		if (!this.known.has(title)) this.known.set(title, this.fieldByTitle.get(plain(title)));
		return this.known.get(title);
	}
}

/** Titles of a column with phone numbers, in English, Spanish, Portuguese and French. */
export const phoneTitles = `phone number, phone, mobile phone, mobile number, mobile, cell phone, cell, cellphone, telephone,
	telephone number, tel, whatsapp, whatsapp number, contact number, contact phone, phone 1, numero de telefono,
	telefono, telefono celular, telefono movil, celular, numero celular, numero de celular, movil, numero movil,
	numero de whatsapp, numero de contacto, telefono de contacto, telefono 1, telefone, numero de telefone,
	telefone celular, telemovel, numero do whatsapp, numero de telemovel, contacto, contato, fone, numero,
	numero de telephone, telephone portable, telephone mobile, portable, gsm`;

/** Titles of a column with full names. */
export const nameTitles = `name, full name, contact name, customer name, client name, customer, client, first name, nombre,
	nombre completo, nombre y apellido, nombre del cliente, nombre del contacto, nombre cliente, nombres, cliente,
	nome, nome completo, nome do cliente, nome do contato, nom, nom complet`;

function plain(title: string): string {
	return title
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, '');
}
