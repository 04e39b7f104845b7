// The tab Hub: reads what the hub counts every two seconds, and asks before a route is held or records are given up.
import { React, h } from './react.js'
import { readHub } from './talk.js'
import { clock } from './words.js'
import { OpenAlarms } from './alarms.js'
import { Cases, Confirm, Deadlines, Destinations, Drifts, Feeds, Works } from './hub.js'
import { Discard, Waiting } from './waiting.js'

const EVERY = 2000 // milliseconds between two readings

export const HubTab = ({ steers, go }) => {
  const [hub, setHub] = React.useState(null)
  const [at, setAt] = React.useState(null)
  const [error, setError] = React.useState('')
  const [asked, setAsked] = React.useState(null)
  const [discarded, setDiscarded] = React.useState(null)
  const read = React.useRef(() => {})
  React.useEffect(() => {
    let gone = false
    let timer
    read.current = async () => {
      clearTimeout(timer)
      try {
        const value = await readHub()
        if (gone) return
        setHub(value)
        setAt(new Date())
        setError('')
      } catch (e) {
        if (gone) return
        setError(e.message)
      }
      clearTimeout(timer)
      timer = setTimeout(read.current, EVERY)
    }
    read.current()
    return () => { gone = true; clearTimeout(timer) }
  }, [])
  const onAsk = kind => steers ? of => setAsked({ kind, of }) : null
  const onDone = steers ? () => read.current() : null
  return h('div', { id: 'dumas', 'data-loaded': hub !== null, 'data-error': error !== '' },
    h('header', null, h('h1', null, 'Dumas Hub'), h('span', { id: 'dumas-waktu' }, at ? 'Diperbarui ' + clock(at) : 'Memuat …')),
    error ? h('section', { className: 'galat', id: 'dumas-galat', role: 'alert' }, h('h2', null, error),
      h('p', null, at ? 'Angka di bawah adalah keadaan pada ' + clock(at) + '. Hub dicoba lagi setiap dua detik.' : 'Hub dicoba lagi setiap dua detik.')) : null,
    hub ? h('div', { className: error ? 'basi' : '' },
      h(OpenAlarms, { alarms: hub.Alarms, go }),
      h(Feeds, { feeds: hub.Feeds, onAsk: onAsk('feed') }),
      h(Destinations, { destinations: hub.Destinations, onAsk: onAsk('destination') }),
      h(Cases, { cases: hub.Cases }),
      h(Deadlines, { deadlines: hub.Deadlines }),
      h(Waiting, { groups: hub.ParkedGroups, waiting: hub.Waiting, onDiscard: steers ? setDiscarded : null, onDone }),
      h(Drifts, { drifts: hub.Drifts, onDone }),
      h(Works, { works: hub.Works })) : null,
    discarded ? h(Discard, { of: discarded, onClose: () => setDiscarded(null), onDone: () => { setDiscarded(null); read.current() } }) : null,
    asked ? h(Confirm, { ...asked, onClose: () => setAsked(null), onDone: () => { setAsked(null); read.current() } }) : null)
}
