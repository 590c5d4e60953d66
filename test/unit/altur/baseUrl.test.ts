import { completeBaseUrl } from '../../../nodes/Altur/baseUrl';

describe('The Base URL of the credential', () => {
	it.each([
		['', 'https://api.altur.io/api/v1.0'],
		['  ', 'https://api.altur.io/api/v1.0'],
		[undefined, 'https://api.altur.io/api/v1.0'],
		['https://api.altur.io', 'https://api.altur.io/api/v1.0'],
		['https://api.altur.io/', 'https://api.altur.io/api/v1.0'],
		['https://api.altur.io/api', 'https://api.altur.io/api/v1.0'],
		['https://api.altur.io/api/v1.0//', 'https://api.altur.io/api/v1.0'],
		['api.altur.io/api/v1.0', 'https://api.altur.io/api/v1.0'],
		[' https://eu.altur.example/altur/api/v2 ', 'https://eu.altur.example/altur/api/v2'],
		['http://localhost:3131', 'http://localhost:3131/api/v1.0'],
		['http://127.0.0.1:3131/api/v1.0', 'http://127.0.0.1:3131/api/v1.0'],
		['http://[::1]:3131', 'http://[::1]:3131/api/v1.0'],
	])('%p is completed to %s', (written, completed) => {
		expect(completeBaseUrl(written)).toBe(completed);
	});

	it.each([
		'http://api.altur.io',
		'http://localhost.example',
		'http://127.0.0.1.example',
		'ftp://api.altur.io',
		'HTTP://10.0.0.1/api/v1.0',
	])('%s is refused, because the key would travel unprotected', (written) => {
		expect(() => completeBaseUrl(written)).toThrow('does not begin with https');
	});

	it.each([
		'https://',
		'https://user:pass@altur.io',
		'https://altur.io?key=1',
		'https://altur.io/#x',
		'not a url',
	])('%s is refused as no plain web address', (written) => {
		expect(() => completeBaseUrl(written)).toThrow('is not a plain web address');
	});
});
