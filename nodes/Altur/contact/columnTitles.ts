import { ColumnTitles } from '../../../n8n/form/columns/columnTitles';
import { nameTitles, phoneTitles } from '../../../n8n/form/columns/usualTitles';

/** The fields of a contact that a column can fill. */
export const contactFields = ['contact', 'name', 'context', 'f_id'] as const;

export type ContactField = (typeof contactFields)[number];

/** The usual column titles. */
export function contactTitles(): ColumnTitles<ContactField> {
	return new ColumnTitles<ContactField>([
		['contact', phoneTitles],
		['name', nameTitles],
		[
			'context',
			{
				sure: `context, notes, note, comment, comments, remarks, contexto, notas, nota, comentario, comentarios,
				observaciones, observacion, observacoes, observacao`,
			},
		],
		[
			'f_id',
			{
				sure: `f_id, external id, external_id, customer id, client id, contact id, crm id, id, record id, reference,
				id externo, id cliente, id de cliente, id del cliente, id contacto, id de contacto, referencia,
				id do cliente, id contato, id do contato`,
				doubtful:
					'customer number, customer no, client number, numero de cliente, numero do cliente, kundennummer',
			},
		],
	]);
}
