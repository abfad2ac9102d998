import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const OPENID = names(`
  discovery authorizationCodeGrant refreshTokenGrant clientCredentialsGrant genericGrantRequest fetchUserInfo
  tokenIntrospection tokenRevocation initiateDeviceAuthorization pollDeviceAuthorizationGrant
  buildAuthorizationUrlWithPAR fetchProtectedResource
`);
const GOOGLE = names(`
  getToken getTokenInfo verifyIdToken refreshAccessToken revokeToken revokeCredentials getAccessToken request
  getRequestHeaders
`);

export const signInClients = defineEntry({
  name: 'clients of identity providers',
  docs: 'https://github.com/panva/openid-client/blob/main/docs/README.md',
  packages: ['openid-client', 'google-auth-library', 'jwks-rsa', '@simplewebauthn/server'],
  launches: [
    `openid-client#${OPENID}()`,
    'openid-client#Issuer.discover()',
    `new google-auth-library#OAuth2Client().${GOOGLE}()`,
    'new google-auth-library#GoogleAuth().getClient|getAccessToken|getProjectId|request()',
    'jwks-rsa#default().getSigningKey|getSigningKeys()',
    `@simplewebauthn/server#${names(`
      generateRegistrationOptions verifyRegistrationResponse generateAuthenticationOptions verifyAuthenticationResponse
    `)}()`,
  ],
});
