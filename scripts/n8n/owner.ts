/** The person who owns every n8n started here; the hash is bcrypt of the password, as n8n asks for it. */
export const owner = {
	email: 'owner@example.org',
	firstName: 'Ana',
	lastName: 'Demo',
	password: 'Altur-demo-1',
	passwordHash: '$2a$10$..OjAz6fIHGpJoIkckFIG.3ZgMOIaT/l/MiDyAtOAuRkbPG6LOLBC',
};
