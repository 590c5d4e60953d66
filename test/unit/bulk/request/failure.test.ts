import { judge, kindOfStatus, type FailureKind } from '../../../../bulk/request/failure';
import type { ServiceRequest } from '../../../../bulk/request/request';

const request: ServiceRequest = {
	method: 'POST',
	path: '/contacts',
	retryable: true,
	understands: (body) => body !== 'cut off',
};
const response = (status: number, body: unknown = {}) => judge(request, { status, headers: {}, body });

describe('An attempt', () => {
	it.each([200, 201, 204])('is done with HTTP %i and a body that is understood', (status) => {
		expect(response(status).kind).toBe('done');
	});

	it.each<[number, FailureKind, boolean]>([
		[199, 'refused', false],
		[300, 'refused', false],
		[301, 'refused', false],
		[400, 'refused', false],
		[401, 'unauthorized', false],
		[402, 'paymentRequired', false],
		[403, 'forbidden', false],
		[404, 'notFound', false],
		[408, 'unavailable', true],
		[409, 'conflict', false],
		[413, 'tooLarge', false],
		[422, 'refused', false],
		[425, 'unavailable', true],
		[429, 'throttled', false],
		[500, 'unavailable', true],
		[502, 'unavailable', true],
		[503, 'unavailable', true],
		[504, 'unavailable', true],
	])('with HTTP %i is "%s"; it may have been carried out: %p', (status, kind, mayHaveBeenApplied) => {
		expect(response(status)).toMatchObject({ kind, mayHaveBeenApplied });
	});

	it.each([500, 503, 599])('may be judged by its status %i alone, where that stands in a body', (status) => {
		expect(kindOfStatus(status)).toBe('unavailable');
	});

	it('whose answer cannot be read may have been carried out', () => {
		expect(response(200, 'cut off')).toMatchObject({ kind: 'unreadable', mayHaveBeenApplied: true });
	});

	it.each(['<!doctype html>', ' \n<html></html>', '\uFEFF<?xml version="1.0"?>'])(
		'whose answer is a web page is no success, even where nobody looks at the answer: %j',
		(body) => {
			const blind = { ...request, understands: undefined };
			expect(judge(blind, { status: 200, headers: {}, body })).toMatchObject({
				kind: 'unreadable',
				mayHaveBeenApplied: true,
			});
			expect(judge(blind, { status: 204, headers: {}, body: '' }).kind).toBe('done');
		},
	);

	it.each([true, false])(
		'without an answer may have been carried out if it may have arrived: %p',
		(mayHaveArrived) => {
			const verdict = judge(request, { trouble: 'The connection broke off', mayHaveArrived });
			expect(verdict).toEqual({
				kind: 'unreachable',
				trouble: 'The connection broke off',
				mayHaveBeenApplied: mayHaveArrived,
			});
		},
	);
});
