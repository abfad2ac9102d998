import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const CONTAINER = names(`
  attach commit exec inspect kill logs pause putArchive remove rename resize restart start stats stop top unpause
  update wait
`);

export const remoteHosts = defineEntry({
  name: 'remote hosts and containers',
  docs: 'https://github.com/apocas/dockerode#readme',
  packages: ['dockerode', '@kubernetes/client-node', 'ssh2-sftp-client', 'basic-ftp', 'node-ssh', 'ldapts'],
  launches: [
    `new dockerode#default().getContainer().${CONTAINER}()`,
    'new dockerode#default().getImage|getVolume|getNetwork|getService().inspect|remove|tag|push|update()',
    'new dockerode#default().createContainer|createNetwork|createVolume|info|listContainers|listImages|ping|pull()',
    'new dockerode#default().pruneContainers|pruneImages|run|version()',
    'new @kubernetes/client-node#KubeConfig().makeApiClient().*()',
    'new ssh2-sftp-client#default().append|connect|delete|end|fastGet|fastPut|get|list|mkdir()',
    'new ssh2-sftp-client#default().put|rename|rmdir|uploadDir()',
    'new basic-ftp#Client().access|downloadTo|ensureDir|list|remove|removeDir|rename|uploadFrom|uploadFromDir()',
    'new node-ssh#NodeSSH().connect|exec|execCommand|getFile|mkdir|putDirectory|putFile|putFiles()',
    'new ldapts#Client().add|bind|del|modify|modifyDN|search|startTLS|unbind()',
  ],
});
