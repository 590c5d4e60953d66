import { byId, phone, type Mistake } from './mistakes';
import { activeCampaign, addForm, fileForm, sheet } from './workflow';

const trialOf = (trialRows: number) => ({ options: { trial: 'first', trialRows } });

/** Mistakes in the form, upon which nothing is sent. */
export const formMistakes: Mistake[] = [
	{
		name: 'Campaign pasted as an address',
		parameters: addForm(phone, { campaignId: byId('https://app.altur.io/campaigns/1236') }),
		seenByN8n: true,
		title: /cannot start/,
		advice: /A campaign ID is a whole number/,
	},
	{
		name: 'Trial of no rows',
		parameters: addForm(phone, trialOf(0)),
		title: /Trial Rows must be a whole number from 1 to/,
		advice: /under Options/,
	},
	{
		name: 'Do Not Call of a column that is not there',
		parameters: addForm(phone, {
			options: { doNotCall: `={{ $('${sheet}').all().map(item => item.json.Telefono) }}` },
		}),
		title: /Do Not Call holds no phone number/,
		advice: /Nothing was sent.*look at the name of the column/,
	},
	{
		name: 'Do Not Call as a dragged column',
		parameters: addForm(phone, { options: { doNotCall: '={{ $json["Línea"] }}' } }),
		title: /Do Not Call comes to something else in each row/,
		advice: /Nothing was sent.*all\(\)\.map/,
	},
	{
		name: 'A date in another order',
		parameters: {
			resource: 'call',
			operation: 'getAll',
			campaignId: activeCampaign,
			filters: { startDate: '24/12/2025' },
		},
		title: /Start Date must be a date such as/,
		advice: /form of the node/,
	},
];

/** A mistake upon which the rows say what is wrong with them, or a hint says what was made of them. */
interface RowMistake {
	/** What the node is called on the canvas. */
	name: string;
	parameters: Record<string, unknown>;
	/** What stands above the rows. */
	hint: RegExp;
	/** What each row says; left out where they are taken as they are. */
	message?: RegExp;
}

export const rowMistakes: RowMistake[] = [
	{
		name: 'Names as phone numbers',
		parameters: addForm({ contact: '={{ $json.Nombre }}' }),
		hint: /All 2 rows failed with INVALID_PHONE_NUMBER/,
		message: /"(José Ñúñez|Lucía Gómez)" as a phone number.*take another column/,
	},
	{
		name: 'A sheet of rounded numbers',
		parameters: addForm({ contact: '={{ $json.Redondeado }}' }),
		hint: /All 2 rows failed with ROUNDED_NUMBER/,
		message: /The sheet has rounded this number.*plain text/,
	},
	{
		name: 'A city as the country',
		parameters: addForm({ contact: '={{ $json.Local }}' }, { defaultCountry: '={{ $json.Ciudad }}' }),
		hint: /All 2 rows failed with INVALID_PHONE_NUMBER/,
		message: /Check its digits and the Default Country \((Puebla|Mérida)\)/,
	},
	{
		name: 'The wrong country',
		parameters: addForm({ contact: '={{ $json.Local }}' }, { defaultCountry: 'ES' }),
		hint: /All 2 rows failed with INVALID_PHONE_NUMBER/,
		message: /Check its digits and the Default Country \(ES\)/,
	},
	{
		name: 'An External ID for all',
		parameters: addForm({ ...phone, f_id: '={{ $json.Lote }}' }),
		hint: /External ID.*A-1/,
	},
];

/** A mistake with a file, `file` of n8n's folder. */
interface FileMistake extends Mistake {
	file: string;
}

/** The files themselves, by their names. */
export const files = {
	'flyer.pdf': '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n',
	'people.csv': 'Nombre,Teléfono\nJosé Ñúñez,+52 55 1111 2222\n',
};

export const fileMistakes: FileMistake[] = [
	{
		name: 'A PDF as the file',
		file: 'flyer.pdf',
		parameters: fileForm(),
		title: /The file is a PDF/,
		advice: /CSV/,
	},
	{
		name: 'A file under another name',
		file: 'people.csv',
		parameters: fileForm({ binaryProperty: 'file' }),
		title: /no file in the binary field "file"/,
		advice: /Its files are in: data\./,
	},
];
