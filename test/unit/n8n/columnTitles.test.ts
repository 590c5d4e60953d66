import { ColumnTitles } from '../../../n8n/form/columns/columnTitles';
import { nameTitles, phoneTitles } from '../../../n8n/form/columns/usualTitles';
import { contactTitles as alturTitles } from '../../../nodes/Altur/contact/columns';
import { contactTitles as octopushTitles } from '../../../packages/octopush/nodes/Octopush/contact/columns';

describe('The title of a column', () => {
	const titles = new ColumnTitles([
		['phone', phoneTitles],
		['name', nameTitles],
	]);

	it.each([
		'Phone',
		'PHONE NUMBER',
		'phone_number',
		'phoneNumber',
		'Phone #',
		'Phone (work)',
		'Phone 2',
		'phone2',
		'Work Phone',
		'Mobile Phone Number',
		'MobilePhone',
		'Person - Phone',
		'Phone - Mobile',
		'Phone 1 - Value',
		'Billing Phone',
		'Tel.',
		'Tel. No.',
		'Contact Number',
		'Customer phone number',
		'Client mobile',
		'WhatsApp',
		'WhatsApp No.',
		'Phone/WhatsApp',
		'Teléfono',
		'Teléfonos',
		'Teléfono 2',
		'Teléfono (casa)',
		'Teléfono fijo',
		'Teléfono de contacto',
		'Teléfono del cliente',
		'Celular / WhatsApp',
		'N° celular',
		'Nº de teléfono',
		'Nro. de teléfono',
		'Número de móvil',
		'Telefone',
		'Telefone (trabalho)',
		'Telemóvel',
		'Celular do cliente',
		'Número de WhatsApp',
		'Téléphone',
		'N° de téléphone',
		'Téléphone portable',
		'Tél. bureau',
		'Numéro de portable',
		'Téléphone du client',
		'Telefonnummer',
		'Telefon (geschäftlich)',
		'Handynummer',
		'Tel.-Nr.',
		'Número telefónico',
		'No. Telefónico',
		'Telf.',
		'Tlf.',
		'Tfno',
		'Teléf.',
		'Cel',
		'Nro. Cel',
		'Tel/Cel',
		'Celular (con lada)',
		'Celular com DDD',
		'Telefone (com DDD)',
		'Telefonnr.',
		'Mobilnr.',
		'Handynr.',
		'Mob. No.',
		'Ph No',
		'Contact Number 1',
		'Contact Numbers',
		'Primary Contact Number',
		'Customer Contact Number',
		'Phone Number with Country Code',
		'Company Phone',
		'Cellulare',
		'Numero di telefono',
		'phone_e164',
		'Phone (E164)',
		'Phone E.164',
		'Teléfono (a 10 dígitos)',
	])('%p surely means a phone number', (title) => {
		expect(titles.match(title)).toMatchObject({ field: 'phone', sure: true });
	});

	it.each(['Contact', 'Contacto', 'CONTATO', 'Kontakt', 'Número', 'Number', 'Numéro', 'Nummer'])(
		'%p may mean a phone number',
		(title) => {
			expect(titles.match(title)).toMatchObject({ field: 'phone', sure: false });
		},
	);

	it.each([
		'Name',
		'fullName',
		'Full Name (customer)',
		'Contact Name',
		'Lead name',
		'Nombre',
		'Nombre(s)',
		'Nombre y apellidos',
		'Nombre del paciente',
		'Nome do cliente',
		'Nome e sobrenome',
		'Nom',
		'Nom et prénom',
		'Prénom',
		'Nom du client',
		'Vorname',
		'Vor- und Nachname',
	])('%p surely means a name', (title) => {
		expect(titles.match(title)).toMatchObject({ field: 'name', sure: true });
	});

	it.each(['Customer', 'Client', 'Cliente', 'Kunde', 'Contact Person'])('%p may mean a name', (title) => {
		expect(titles.match(title)).toMatchObject({ field: 'name', sure: false });
	});

	it.each([
		'',
		'2',
		'#',
		'Home',
		'Work',
		'Phone type',
		'Phone country code',
		'Phone extension',
		'Old phone',
		'Emergency contact phone',
		'Lada celular',
		'DDD celular',
		'E164',
		'Ph',
		'Emergency contact number',
		'Fax',
		'Customer Number',
		'Número de cliente',
		'Numéro client',
		'House number',
		'Número de serie',
		'Company name',
		'User name',
		'File name',
		'Nombre y teléfono',
		'constructor',
		'__proto__',
	])('%p means neither', (title) => {
		expect(titles.match(title)).toBeUndefined();
	});

	it('is the surer the less stands beside it', () => {
		const bySurety = ['Phone', 'Mobile', 'Teléfono', 'Phone (work)', 'Mobile 2'];
		const ranks = bySurety.map((title) => titles.match(title)?.rank);
		expect(ranks).toEqual([...ranks].sort((a, b) => Number(a) - Number(b)));
		expect(new Set(ranks).size).toBe(ranks.length);
	});

	it('that two fields know belongs to the first, and a sure one before a doubtful one', () => {
		const both = new ColumnTitles([
			['first', { sure: 'a, b', doubtful: 'c' }],
			['second', { sure: 'b, c' }],
		]);
		expect(['a', 'b', 'c'].map((title) => both.match(title)?.field)).toEqual(['first', 'first', 'second']);
	});

	it.each([
		['Customer ID', { field: 'f_id', sure: true }],
		['Reference', { field: 'f_id', sure: true }],
		['Customer Number', { field: 'f_id', sure: false }],
		['Contact ID', { field: 'f_id', sure: true }],
		['contact', { field: 'contact', sure: false }],
		['Notas', { field: 'context', sure: true }],
	])('%p has its meaning among the fields of Altur', (title, match) => {
		expect(alturTitles().match(title)).toMatchObject(match);
	});

	it.each([
		['Nom', 'last_name'],
		['Prénom', 'first_name'],
		['Nombre', 'first_name'],
		['Vorname', 'first_name'],
		['Téléphone mobile', 'phone_number'],
		['param 3', 'param3'],
		['Contact', 'phone_number'],
	])('%p has its meaning among the fields of Octopush', (title, field) => {
		expect(octopushTitles().match(title)?.field).toBe(field);
	});
});
