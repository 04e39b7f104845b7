// The tab Perkembangan: how a case stands, as a short text to tell and as a form to hand out. For officers; each look is written down.
import { React, h } from './react.js'
import { call } from './talk.js'
import { Fault, LookUp } from './parts.js'

const address = of => '/api/v1/cases/' + encodeURIComponent(of) + '/progress'

const save = (blob, name) => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60000)
}

const Text = ({ of, text }) => {
  const [told, setTold] = React.useState('')
  const [error, setError] = React.useState('')
  const form = async e => {
    e.preventDefault()
    setTold('')
    setError('')
    try {
      const name = 'perkembangan-' + of + '.pdf'
      save(await (await call(address(of), { accept: 'application/pdf' })).blob(), name)
      setTold('Tersimpan: ' + name)
    } catch (e) {
      setError(e.message)
    }
  }
  return h(React.Fragment, null,
    h('p', { className: 'teks', id: 'dumas-teks' }, text),
    h('p', null, h('a', { id: 'dumas-formulir', href: address(of), onClick: form }, 'Formulir Informasi Perkembangan (PDF)'), ' ', h('span', { role: 'status' }, told)),
    h(Fault, { of: error }))
}

export const Progress = ({ decides }) => {
  const [found, setFound] = React.useState(null)
  const [error, setError] = React.useState('')
  const look = async number => {
    setFound(null)
    setError('')
    try {
      const of = number.toUpperCase()
      setFound({ of, text: await (await call(address(of), { accept: 'text/plain' })).text() })
    } catch (e) {
      setError(e.message)
    }
  }
  return h('section', { id: 'dumas-perkembangan' }, h('h2', null, 'Perkembangan'),
    decides
      ? h(React.Fragment, null,
        h('p', { className: 'apa' }, 'Teks pendek untuk dibacakan atau dikirim kepada pengadu yang sudah dikenal. Setiap pencarian dicatat atas nama Anda.'),
        h(LookUp, { id: 'dumas-nomor', label: 'Nomor berkas dengan angka pemeriksa', example: 'DUMAS-2026-000123-38', onAsk: look }),
        h('div', { 'aria-live': 'polite' }, h(Fault, { of: error }), found ? h(Text, { key: found.of, ...found }) : null))
      : h('p', { className: 'apa' }, 'Melihat perkembangan suatu berkas adalah tugas petugas (OFFICER), karena memuat data pengaduan.'))
}
