import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const JOSE = names(`
  jwtVerify jwtDecrypt compactVerify importJWK importPKCS8 importSPKI exportJWK generateKeyPair generateSecret
  calculateJwkThumbprint
`);

export const passwordHashing = defineEntry({
  name: 'passwords and tokens',
  docs: 'https://github.com/panva/jose',
  packages: ['jose', 'bcrypt', 'bcryptjs', 'argon2', '@nestjs/jwt'],
  launches: [
    `jose#${JOSE}()`,
    'new jose#SignJWT().**.sign()',
    'new jose#EncryptJWT().**.encrypt()',
    'typed @nestjs/jwt#JwtService.signAsync|verifyAsync()',
    'argon2#hash|verify()',
    'bcrypt#hash|compare|genSalt()',
    'bcryptjs#hash|compare|genSalt()',
  ],
});
