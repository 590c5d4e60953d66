import { readFileSync } from 'node:fs';
import { z } from 'zod';

const node = z.record(z.unknown());

const operationSchema = z
	.object({
		parameters: z
			.array(z.object({ name: z.string(), in: z.string(), schema: node }).passthrough())
			.default([]),
		requestBody: node.optional(),
		responses: z.record(node),
	})
	.passthrough();

const documentSchema = z
	.object({
		paths: z.record(z.record(operationSchema)),
		components: z.object({ schemas: z.record(node) }).passthrough(),
	})
	.passthrough();

/** The vendor's OpenAPI file, as far as this script looks into it. */
export type OpenApiDocument = z.output<typeof documentSchema>;

/** One operation of the file. */
export interface DocumentedOperation {
	/** `GET /campaigns/{id}` */
	name: string;
	method: string;
	path: string;
	query: readonly string[];
	headers: readonly string[];
	takesBody: boolean;
	statuses: readonly number[];
}

/** @throws ZodError for what is no OpenAPI file */
export function readDocument(file: string): OpenApiDocument {
	return documentSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

export function operationsOf(document: OpenApiDocument): DocumentedOperation[] {
	return Object.entries(document.paths).flatMap(([path, operations]) =>
		Object.entries(operations).map(([word, { parameters, requestBody, responses }]) => {
			const method = word.toUpperCase();
			const namesIn = (place: string) => parameters.filter((one) => one.in === place).map(({ name }) => name);
			return {
				name: `${method} ${path}`,
				method,
				path,
				query: namesIn('query'),
				headers: namesIn('header').map((name) => name.toLowerCase()),
				takesBody: requestBody !== undefined,
				statuses: Object.keys(responses).map(Number),
			};
		}),
	);
}

/** The operation of a request. Of two that fit, `/{id}/contacts` is meant before `/{id}/{action}`. */
export function operationFor(
	operations: readonly DocumentedOperation[],
	method: string,
	path: string,
): DocumentedOperation | undefined {
	const fitting = operations.filter((one) => one.method === method && pattern(one.path).test(path));
	return fitting.sort((a, b) => parameterCount(a.path) - parameterCount(b.path))[0];
}

function pattern(path: string): RegExp {
	return new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`);
}

function parameterCount(path: string): number {
	return path.split('{').length;
}
