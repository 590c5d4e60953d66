import { ColumnTitles, nameTitles, phoneTitles } from '../../../n8n/columnTitles';

/** The fields of a contact that a column can fill. */
export const contactFields = ['contact', 'name', 'context', 'f_id'] as const;

export type ContactField = (typeof contactFields)[number];

/** The usual column titles in English, Spanish and Portuguese. */
export function contactTitles(): ColumnTitles<ContactField> {
	return new ColumnTitles<ContactField>([
		['contact', `contact, ${phoneTitles}`],
		['name', nameTitles],
		[
			'context',
			`context, notes, note, comment, comments, remarks, contexto, notas, nota, comentario, comentarios,
			observaciones, observacion, observacoes, observacao`,
		],
		[
			'f_id',
			`f_id, external id, external_id, customer id, client id, contact id, crm id, id, record id, reference,
			id externo, id cliente, id de cliente, id del cliente, id contacto, referencia, id do cliente, id contato`,
		],
	]);
}
