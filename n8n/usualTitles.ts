import { looksLikePhone } from '../bulk/looksLikePhone';
import type { FieldTitles } from './columnTitles';

const joints =
	'of, the, for, or, and, de, del, do, da, du, des, der, para, el, la, le, les, o, ou, y, e, et, und, oder';

/** Whom a column is about, where that is the contact. */
const people = `contact, contacts, customer, customers, client, clients, lead, person, patient, contacto, cliente, clientes,
	persona, paciente, contato, pessoa, kunde, kunden, kontakt`;

/** Titles of a column with phone numbers. */
export const phoneTitles: FieldTitles = {
	sure: `phone number, phone, mobile phone, mobile number, mobile, cell phone, cell, cellphone, telephone,
		telephone number, tel, whatsapp, whatsapp number, contact number, contact no, contact phone, primary phone,
		main phone, phone 1, numero de telefono, telefono, telefono celular, telefono movil, celular, numero celular,
		numero de celular, movil, numero movil, numero de whatsapp, numero de contacto, telefono de contacto,
		telefono principal, telefono 1, telefone, numero de telefone, telefone celular, telemovel, numero do whatsapp,
		numero de telemovel, numero de contato, telefone de contato, fone, numero de telephone, telephone portable,
		telephone mobile, portable, gsm, telefonnummer, telefon, handynummer, handy, mobilnummer, mobiltelefon, mobil,
		rufnummer, phones, telefonos, telefones, celulares, moviles, landline, festnetz, festnetznummer, whats app, phone 1 value`,
	beside: `${joints}, ${people}, number, numbers, no, n, nr, num, nro, numero, numeros, nummer, e164,
		1, 2, 3, 4, primary, main, default, principal, personal, personnel, pessoal, private, privado, privat, prive,
		pro, professional, professionnel, work, business, office, home, day, daytime, evening, night, billing,
		shipping, trabajo, laboral, oficina, casa, particular, domicilio, trabalho, comercial, residencial, escritorio,
		travail, bureau, domicile, fixe, fijo, fija, fixo, geschaftlich, geschaeftlich, dienstlich, arbeit`,
	doubtful: 'contact, contacto, contato, kontakt, number, numero, nummer',
	fits: looksLikePhone,
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
