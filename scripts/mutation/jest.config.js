const [unit] = require('../../jest.config').projects;

/** Of the tests these alone, `phone,text`: quicker by far, and no mutant dies that lives with all. */
const named = process.env.MUTATION_TESTS?.split(',') ?? ['*'];

/** The tests that judge a mutant: those that import it, not the built package. */
module.exports = {
	...unit,
	rootDir: '../..',
	testMatch: named.map((name) => `<rootDir>/test/unit/{bulk,n8n}/**/${name}.test.ts`),
};
