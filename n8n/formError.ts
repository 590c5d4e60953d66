import {
	ExpressionError,
	NodeApiError,
	NodeOperationError,
	UserError,
	type IExecuteFunctions,
	type ILoadOptionsFunctions,
} from 'n8n-workflow';
import { ZodError } from 'zod';
import { FileProblem } from '../bulk/file/fileProblem';
import { InputProblem } from './inputProblem';

/**
 * What was thrown before anything could be sent, in words for the person.
 *
 * @param error an InputProblem, a FileProblem, one of n8n's errors, or a fault of this package
 */
export function problemOf(error: unknown): InputProblem {
	if (error instanceof InputProblem) return error;
	if (error instanceof FileProblem)
		return new InputProblem(error.code, sentence(error.message), error.advice);
	if (error instanceof NodeOperationError || error instanceof NodeApiError) {
		const code: unknown = error.context.code;
		const message = sentence(error.message);
		return new InputProblem(
			typeof code === 'string' ? code : 'INVALID_INPUT',
			message,
			error.description ?? '',
		);
	}
	if (error instanceof ExpressionError) {
		const message = sentence(`A field could not be read: ${error.message}`);
		return new InputProblem('EXPRESSION_FAILED', message, 'Correct the expression in the field.');
	}
	if (error instanceof ZodError) {
		const message = 'A field holds a value of another kind than the form expects.';
		return new InputProblem('INVALID_INPUT', message, 'Look at the expressions in the form of the node.');
	}
	const message = sentence(error instanceof Error ? error.message : String(error));
	if (error instanceof UserError) return new InputProblem('INVALID_INPUT', message, '');
	return new InputProblem(
		'UNEXPECTED',
		`A fault of this node: ${message}`,
		'Update the node to its newest version, or tell its developers.',
	);
}

/**
 * The same as n8n's error, for a run that ends with it.
 *
 * @returns errors of n8n as they are
 */
export function toFormError(
	context: IExecuteFunctions | ILoadOptionsFunctions,
	error: unknown,
): NodeOperationError | NodeApiError {
	if (error instanceof NodeOperationError || error instanceof NodeApiError) return error;
	const { code, message, advice } = problemOf(error);
	const made = new NodeOperationError(context.getNode(), message, { description: advice });
	made.context.code = code;
	return made;
}

/** A message as a sentence, with its full stop. */
export function sentence(message: string): string {
	return /[.!?]$/.test(message) ? message : `${message}.`;
}
