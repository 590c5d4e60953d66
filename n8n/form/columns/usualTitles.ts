import { looksLikePhone } from '../../../bulk/clean/phone/looksLikePhone';
import type { FieldTitles } from './columnTitles';

const joints =
	'of, the, for, or, and, de, del, di, do, da, du, des, der, para, el, la, le, les, o, ou, y, e, et, und, oder';

/** Whom a column is about, where that is the contact. */
const people = `contact, contacts, customer, customers, client, clients, lead, person, patient, contacto, cliente, clientes,
	persona, paciente, contato, pessoa, kunde, kunden, kontakt`;

/** What is said about how phone numbers are written. */
const phoneFormats = `e164, international format, formato internacional, with country code, with area code, with isd code,
	including country code, incl country code, con lada, con clave lada, con codigo, con codigo de pais, con codigo pais,
	con prefijo, com ddd, com ddi, com ddi e ddd, ddd numero, com codigo do pais, avec indicatif, mit vorwahl,
	mit landesvorwahl, con prefisso, 10 digits, 10 digitos, a 10 digitos`;

/** The type of an identity document, in a column beside which "Número" is the number of that document. */
const documentType =
	/^(tipo|type|typ)(de|du|d|of|di)?(doc|iden|id$|piece)|(doc|documento?|identi[a-z]*|^id)(type|tipo|typ)$|^(dokument|dokumenten|ausweis)(typ|art)$/;

/** Titles of a column with phone numbers. */
export const phoneTitles: FieldTitles = {
	sure: `phone number, phone, mobile phone, mobile number, mobile, cell phone, cell, cellphone, telephone,
		telephone number, tel, whatsapp, whatsapp number, contact number, contact no, contact phone, primary phone,
		main phone, phone 1, numero de telefono, telefono, telefono celular, telefono movil, celular, numero celular,
		numero de celular, movil, numero movil, numero de whatsapp, numero de contacto, telefono de contacto,
		telefono principal, telefono 1, telefone, numero de telefone, telefone celular, telemovel, numero do whatsapp,
		numero de telemovel, numero de contato, telefone de contato, fone, numero de telephone, telephone portable,
		telephone mobile, portable, gsm, telefonnummer, telefon, handynummer, handy, mobilnummer, mobiltelefon, mobil,
		rufnummer, phones, telefonos, telefones, celulares, moviles, landline, festnetz, festnetznummer, whats app, phone 1 value,
		contact numbers, contact nos, numeros de contacto, numeros de contato, telf, telef, tlf, tlfn, tfno, tfn,
		telefonico, cel, mob, ph no, ph nos, ph number, fono, cellulare, recapito telefonico, telefonnr, telnr,
		mobilnr, mobilfunk, mobilfunknummer, mobilfunknr, handynr, rufnr`,
	beside: `${joints}, ${people}, ${phoneFormats}, number, numbers, no, nos, n, nr, num, nro, numero, numeros, nummer,
		1, 2, 3, 4, primary, main, default, principal, personal, personnel, pessoal, private, privado, privat, prive,
		pro, professional, professionnel, work, business, company, office, home, day, daytime, evening, night, billing,
		shipping, trabajo, laboral, empresa, oficina, casa, particular, domicilio, trabalho, comercial, residencial, escritorio,
		travail, entreprise, bureau, domicile, fixe, fijo, fija, fixo, geschaftlich, geschaeftlich, dienstlich, arbeit, firma`,
	doubtful: 'contact, contacto, contato, kontakt, number, numero, nummer',
	fits: looksLikePhone,
	// Six digits, whatever else is typed, or a number that a sheet has rounded.
	mayHold: (text) => /(\d\D*){6}|\de\+\d/i.test(text),
	similar:
		/\b(tel|tlf|tfn|cel|cell|mob|mov|ph|fon)\b|phone|telef|telf|tlfn|tfno|telemov|\bcell?ul|\bmobil|\bmovil|whats|handy|fon[oe]\b/,
	meansOther: { doubtful: 'number, numero, nummer', otherTitle: documentType },
};

/** Titles of a column with first names. */
export const firstNames = `first name, given name, forename, nombre, nombres, primer nombre, primeiro nome, prenom,
	vorname`;

/** Titles of a column with full names; a first name is better than none. */
export const nameTitles: FieldTitles = {
	sure: `name, full name, contact name, customer name, client name, nombre completo, nombre y apellido,
		nombre y apellidos, nombres y apellidos, apellido y nombre, apellidos y nombres, nombre del cliente,
		nombre del contacto, nombre cliente, nome completo, nome e sobrenome, nome do cliente, nome do contato,
		nom complet, nom et prenom, prenom et nom, nom prenom, prenom nom, vollstandiger name, vor und nachname,
		kundenname, nome, nom, ${firstNames}`,
	beside: `${joints}, ${people}, full, complete, completo, completa, complet`,
	doubtful: 'customer, client, cliente, kunde, contact person, persona de contacto, ansprechpartner',
	fits: (text) => /\p{L}/u.test(text) && !/\d|@/.test(text),
};
