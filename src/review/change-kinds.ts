import type { CHANGE_KIND } from '#schema/incident-words.ts'
import type { Change } from './read-change.ts'

export type ChangeKind = keyof typeof CHANGE_KIND

/** What tells a kind of change: names of files, or words in the text. */
const SIGNS: Readonly<Record<ChangeKind, { readonly path?: RegExp; readonly text?: RegExp }>> = {
  configuration: {
    path: /\.(?:ya?ml|toml|ini|conf|cfg|properties|hcl|env)$|(?:^|\/)(?:config|settings|flags)/i,
    text: /\b(?:configuration|feature flag|setting|toggle)s?\b/i,
  },
  code: { path: /\.(?:[cm]?[jt]sx?|c|cc|cpp|h|hpp|cs|go|rs|py|rb|java|kt|swift|php|lua|scala|sh)$/i },
  contentData: {
    path: /(?:^|\/)(?:rules?|signatures?|definitions?|content|models?|features)\//i,
    text: /\b(?:ruleset|signature|definition update|content update|allow ?list|block ?list)s?\b/i,
  },
  schema: {
    path: /\.(?:proto|avsc|graphql|xsd)$|(?:^|\/)(?:schemas?|migrations)\//i,
    text: /\b(?:schema|metadata|field count|column)s?\b/i,
  },
  dependency: {
    path: new RegExp(
      String.raw`(?:^|\/)(?:package(?:-lock)?\.json|go\.(?:mod|sum)|Cargo\.(?:toml|lock)|pom\.xml|` +
        String.raw`requirements[^/]*\.txt|Gemfile(?:\.lock)?|build\.gradle)$`,
      'i',
    ),
    text: /\b(?:dependency|third[- ]party|library|upstream)\b/i,
  },
  infrastructure: {
    path: /\.(?:tf|bicep|nomad)$|(?:^|\/)(?:Dockerfile|helm|k8s|terraform|ansible|infra)/i,
    text: /\b(?:cluster|fleet|servers|hosts|region|kubernetes)\b/i,
  },
  network: {
    path: /(?:^|\/)(?:network|dns|bgp|routers?|firewall|vpn)/i,
    text: /\b(?:bgp|dns|router|routing|firewall|load balancer|vpn|egress)\b/i,
  },
  certificate: {
    path: /\.(?:pem|crt|cer|key)$|(?:^|\/)(?:certs?|pki|tls)\//i,
    text: /\b(?:certificate|private key|tls|x\.?509)\b/i,
  },
  access: {
    path: /(?:^|\/)(?:auth|iam|sso|access|CODEOWNERS|MAINTAINERS)/i,
    text: /\b(?:password|credential|permission|multi-factor|mfa|service account|single sign-on|grant)s?\b/i,
  },
  dataMigration: {
    path: /(?:^|\/)(?:migrations?|backup|restore)/i,
    text: /\b(?:migrat\w+|drop table|truncate|pg_basebackup|rm -rf|restore|permanently delete)\b/i,
  },
  capacity: {
    path: /(?:^|\/)(?:limits?|quota|autoscal)/i,
    text: /\b(?:capacity|quota|limit|max[_ -]\w+|scale (?:up|down)|throughput)s?\b/i,
  },
  releaseProcess: {
    path: /(?:^|\/)(?:\.github\/workflows|release|deploy|rollout|pipelines?|ci)(?:\/|\b)/i,
    text: /\b(?:rollout|roll back|rollback|canary|release|deploy\w*)\b/i,
  },
  vendorTerms: { text: /\b(?:vendor|contract|liability|service level|sla|supplier)s?\b/i },
}

/** The kinds of change that the names of files and the words of a change tell of. */
export function changeKinds({ paths, text }: Change): ChangeKind[] {
  return (Object.keys(SIGNS) as ChangeKind[]).filter((kind) => {
    const { path, text: words } = SIGNS[kind]
    return (path !== undefined && paths.some((one) => path.test(one))) || (words?.test(text) ?? false)
  })
}
