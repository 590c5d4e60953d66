import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

/** How the form words the free key-value pairs of a contact. */
interface KeyValueTexts {
	/** Name of the first parameter; the others are called `<name>Fields` and `<name>Json`. */
	name: string;
	label: string;
	description: string;
	/** Of the JSON field. */
	jsonDescription: string;
	/** Of the name of a pair. */
	keyDescription: string;
	/** Whether all other columns can be taken at once; not where each item has a form of its own. */
	withOtherColumns?: boolean;
}

const otherColumns: INodePropertyOptions = {
	name: 'All Other Columns',
	value: 'otherColumns',
	description: 'Every column of the input that fills no other field',
};

/** The form fields that fill the free key-value pairs of a contact: none, all other columns, named ones, or JSON. */
export function keyValueFields({
	name,
	label,
	description,
	jsonDescription,
	keyDescription,
	withOtherColumns = true,
}: KeyValueTexts): INodeProperties[] {
	return [
		{
			displayName: label,
			name,
			type: 'options',
			noDataExpression: true,
			default: 'none',
			description,
			options: [
				{ name: 'None', value: 'none' },
				...(withOtherColumns ? [otherColumns] : []),
				{ name: 'Fields Below', value: 'fields', description: 'Names and values that you choose' },
				{ name: 'JSON', value: 'json', description: 'An object, written out or as an expression' },
			],
		},
		{
			displayName: `${label} Fields`,
			name: `${name}Fields`,
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, sortable: true },
			placeholder: 'Add Field',
			default: {},
			displayOptions: { show: { [name]: ['fields'] } },
			options: [
				{
					displayName: 'Field',
					name: 'values',
					values: [
						{
							displayName: 'Name',
							name: 'key',
							type: 'string',
							default: '',
							placeholder: 'e.g. balance',
							description: keyDescription,
						},
						{
							displayName: 'Value',
							name: 'value',
							type: 'string',
							default: '',
							placeholder: 'e.g. 1200',
							description: 'Drag a column here, or type a value for all contacts',
						},
					],
				},
			],
		},
		{
			displayName: `${label} (JSON)`,
			name: `${name}Json`,
			type: 'json',
			default: '{}',
			displayOptions: { show: { [name]: ['json'] } },
			description: jsonDescription,
		},
	];
}
