/** A table as people keep it in a sheet. */
export interface SampleTable {
	country: string;
	/** The titles as they stand in the sheet, and what becomes of them. */
	written: readonly string[];
	titles: readonly string[];
	/** Rows that hold nothing come too. */
	rows: ReadonlyArray<readonly string[]>;
}

/** Sheets of four countries, in characters of windows-1252. */
export const sampleTables: readonly SampleTable[] = [
	{
		country: 'Mexico',
		written: ['Teléfono ', 'Nombre', 'Dirección', 'Saldo', 'Notas'],
		titles: ['Teléfono', 'Nombre', 'Dirección', 'Saldo', 'Notas'],
		rows: [
			['+52 55 1234 5678', 'José Núñez', 'Av. Juárez 10, Col. Centro', '$1,250.50', 'Llamar por la tarde'],
			['5587654321', 'María "La Güera" Ibáñez', 'Calle 5; interior 3', '$300.00', ''],
			[
				'(33) 1234-5678',
				'Ángel Muñoz',
				'Línea uno\nLínea dos\r\nLínea tres',
				'0',
				'¿Cuándo paga? | pendiente',
			],
			['', '', '', '', ''],
			['8112345678', '', '', '', 'sin nombre'],
		],
	},
	{
		country: 'Spain',
		written: ['Nombre y apellidos', 'Móvil', 'Importe', 'Descuento', 'Observaciones'],
		titles: ['Nombre y apellidos', 'Móvil', 'Importe', 'Descuento', 'Observaciones'],
		rows: [
			['García López, Ana', '612345678', '1.234,50', '2,5', 'A las 10:00; no antes'],
			['Peña Ruiz, Íñigo', '0034 698 765 432', '99,99', '0,0', '«Cliente preferente» – 100 €'],
			['Zoë O’Brien', '+34698765431', '1,5', '2,5', ''],
		],
	},
	{
		country: 'Brazil',
		written: ['Nome', 'Telefone', 'Telefone', '', 'Observação', 'Telefone'],
		titles: ['Nome', 'Telefone', 'Telefone (2)', 'D', 'Observação', 'Telefone (3)'],
		rows: [
			['João da Conceição', '(11) 91234-5678', '', 'x', 'Ligar após as 18h', '1133334444'],
			['Antônia, Lda.', '+55 21 98765-4321', '2133334444', '', 'Diz: "já paguei"', ''],
		],
	},
	{
		country: 'United States',
		written: ['id', 'first_name', 'last_name', 'phone', 'consent', '', ''],
		titles: ['id', 'first_name', 'last_name', 'phone', 'consent', 'F', 'G'],
		rows: [
			['000123', 'Ann', "O'Neil, Jr.", '(630) 555-1234', 'TRUE', '', ''],
			['000124', '', '', '+16305551235', 'FALSE', '', 'typed beside the table'],
			['', '', '', '', '', '', ''],
			['000125', 'Bob', 'Smith', '6305551236', 'TRUE', '', ''],
		],
	},
];
