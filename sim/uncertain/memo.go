package uncertain

import "sync"

// memo remembers what a function gave, where the same is asked again and again: a case's distributions are made anew for
// every generator. It forgets everything once it holds too much. Several goroutines may use it at once.
type memo[Key comparable, Value any] struct {
	mutex sync.Mutex
	known map[Key]Value
}

// mostKnown is how much a memo holds: the shapes of many cases, at some 30 kB each.
const mostKnown = 1024

// of gives what the function gave for the key, or calls it.
func (m *memo[Key, Value]) of(key Key, work func() Value) Value {
	m.mutex.Lock()
	value, ok := m.known[key]
	m.mutex.Unlock()
	if ok {
		return value
	}
	value = work()
	m.mutex.Lock()
	defer m.mutex.Unlock()
	if len(m.known) >= mostKnown || m.known == nil {
		m.known = map[Key]Value{}
	}
	m.known[key] = value
	return value
}
