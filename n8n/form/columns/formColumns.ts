import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { z } from 'zod';
import { createColumn, type Column, type ColumnSource } from './expressions';
import { InputProblem } from '../../inputProblem';
import { CountryCodes } from '../countryCodes';
import { listTitles } from './titleList';

/** A column with the label of the form that a person knows it by. */
export type LabelledColumn = [label: string, column: Column];

/** The fields of a form that may differ from row to row, each read once as it stands in the workflow. */
export class FormColumns {
	readonly labelled: LabelledColumn[] = [];
	readonly items: readonly INodeExecutionData[];
	/** What the Default Country makes of the rows, counted while they are read. */
	readonly countryCodes = new CountryCodes();
	private readonly source: ColumnSource;
	private drawn: readonly string[] | undefined;

	constructor(private readonly context: IExecuteFunctions) {
		const items = context.getInputData();
		this.items = items;
		this.source = {
			json: (itemIndex) => items[itemIndex]?.json,
			evaluate: (expression, itemIndex) => context.evaluateExpression(expression, itemIndex),
		};
	}

	/** @returns a parameter with its expressions unresolved, so that the plain ones can be compiled */
	raw(name: string, fallback?: unknown): unknown {
		return this.context.getNodeParameter(name, 0, fallback, { rawExpressions: true });
	}

	/** @param raw a field as `raw` gave it, or a part of it */
	column(label: string, raw: unknown): Column {
		const made = createColumn(raw, this.source);
		this.labelled.push([label, made]);
		this.drawn = undefined;
		return made;
	}

	/**
	 * Makes sure that a field without which no row can be sent draws on columns that there are. Input without any column
	 * says nothing about the form.
	 *
	 * @throws InputProblem when no row has a column of that name
	 */
	requireColumns(label: string, { kind, drawsOn }: Column): void {
		if (kind !== 'compiled' || drawsOn.length === 0) return;
		if (this.items.some(({ json }) => drawsOn.some((title) => Object.hasOwn(json, title)))) return;
		const titles = [...new Set(this.items.slice(0, 1000).flatMap(({ json }) => Object.keys(json)))];
		if (titles.length === 0) return;
		throw new InputProblem(
			'NO_SUCH_COLUMN',
			`${label} is mapped to "${drawsOn.join('", "')}", a column that no row has.`,
			`Drag a column from the input into ${label}. The columns are: ${listTitles(titles)}.`,
		);
	}

	/** Columns of the input that the fields read so far draw on, as far as their text shows them. */
	get drawnOn(): readonly string[] {
		this.drawn ??= [...new Set(this.labelled.flatMap(([, { drawsOn }]) => drawsOn))];
		return this.drawn;
	}

	/** The field of that name as a column. */
	field(label: string, name: string, fallback?: unknown): Column {
		return this.column(label, this.raw(name, fallback));
	}
}

const locatorSchema = z.union([
	z.object({ value: z.unknown() }).transform(({ value }) => value),
	z.string(),
	z.number(),
	z.unknown(),
]);

/** @returns what a resource locator holds, whichever of its modes is chosen; an expression stays one */
export function locatorValue(raw: unknown): unknown {
	return locatorSchema.parse(raw);
}
