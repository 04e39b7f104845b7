// How the page talks with the hub: JMX through Jolokia, and the API. Both fail with words for people.
const HUB = 'id.go.setneg.dumas:type=Hub'
const UNREACHABLE = 'Hub tidak dapat dihubungi.'
const ENDED = 'Sesi berakhir atau tidak berhak. Muat ulang halaman untuk masuk lagi.'

const cookie = name => {
  const found = document.cookie.split('; ').find(c => c.startsWith(name + '='))
  return found ? decodeURIComponent(found.slice(name.length + 1)) : ''
}

/** Asks Jolokia; fails with words for people. */
export const ask = async request => {
  let response
  try {
    response = await fetch('/hawtio/jolokia/', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': cookie('XSRF-TOKEN') },
      body: JSON.stringify(request),
      signal: AbortSignal.timeout(10000),
    })
  } catch {
    throw new Error(UNREACHABLE)
  }
  if (response.status === 401 || response.status === 403) throw new Error(ENDED)
  if (!response.ok) throw new Error('Hub menjawab dengan galat ' + response.status + '.')
  const answer = await response.json()
  if (answer.status !== 200) throw new Error('JMX menolak permintaan (' + answer.status + ').')
  return answer.value
}

/** What the hub counts. */
export const readHub = () => ask({ type: 'read', mbean: HUB })

export const routeBean = async route => {
  const names = await ask({ type: 'search', mbean: 'org.apache.camel:type=routes,name="' + route + '",*' })
  if (names.length === 0) throw new Error('Rute ' + route + ' tidak ada di hub ini.')
  return names[0]
}

const STRINGS = count => '(' + Array(count).fill('java.lang.String').join(',') + ')'

/** Runs an operation of the hub whose parameters are all texts. */
export const exec = (operation, ...values) => ask({ type: 'exec', mbean: HUB, operation: operation + STRINGS(values.length), arguments: values })

/** Asks the API. What it refuses becomes an error in the API's own words, with the list of problems where it gave one. */
export const call = async (path, { method = 'GET', body, accept = 'application/json' } = {}) => {
  let response
  try {
    response = await fetch(path, {
      method,
      headers: { Accept: accept, 'Content-Type': 'application/json', 'X-XSRF-TOKEN': cookie('XSRF-TOKEN') },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(20000),
    })
  } catch {
    throw new Error(UNREACHABLE)
  }
  if (response.ok) return response
  if (response.status === 401) throw new Error(ENDED)
  const problem = await response.json().catch(() => ({}))
  throw Object.assign(new Error(problem.detail || 'Hub menjawab dengan galat ' + response.status + '.'), { problems: problem.problems || [] })
}

export const json = async (path, options) => (await call(path, options)).json()
