package explorer

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strconv"
	"syscall"
	"time"
)

// loopback are the addresses of this computer that no other computer can reach. “localhost” may be either.
var loopback = []string{"127.0.0.1", "::1"}

// Listener listens at one port of every loopback address that this computer has, so that “localhost” leads nowhere else.
type Listener struct {
	at []net.Listener
}

// Listen listens at a port, or at any that is free where the port is 0. Its error names a port that another program has.
func Listen(port int) (*Listener, error) {
	const tries = 20 // a port that is free at one address may be taken at another
	for try := 1; ; try++ {
		l, err := listen(port)
		if err == nil || port != 0 || try == tries {
			return l, err
		}
	}
}

func listen(port int) (*Listener, error) {
	l := &Listener{}
	var lacking []error
	for _, host := range loopback {
		at, err := net.Listen("tcp", net.JoinHostPort(host, strconv.Itoa(port)))
		switch {
		case is(err, syscall.EADDRNOTAVAIL, windowsNotAvailable), is(err, syscall.EAFNOSUPPORT, windowsNoSuchFamily):
			lacking = append(lacking, err) // the computer has no such address
			continue
		case is(err, syscall.EADDRINUSE, windowsInUse):
			return nil, errors.Join(fmt.Errorf("port %d is taken by another program (%s); choose another --port, or none for any that is free", port, net.JoinHostPort(host, strconv.Itoa(port))), l.Close())
		case err != nil:
			return nil, errors.Join(fmt.Errorf("cannot serve at port %d: %w; choose another --port, or none for any that is free", port, err), l.Close())
		}
		l.at = append(l.at, at)
		port = at.Addr().(*net.TCPAddr).Port
	}
	if len(l.at) == 0 {
		return nil, fmt.Errorf("cannot serve: %w", errors.Join(lacking...))
	}
	return l, nil
}

// Windows numbers errors of sockets in its own way, and package syscall does not name these: WSAEAFNOSUPPORT, WSAEADDRINUSE and
// WSAEADDRNOTAVAIL (Windows Sockets Error Codes, Microsoft).
const (
	windowsNoSuchFamily syscall.Errno = 10047
	windowsInUse        syscall.Errno = 10048
	windowsNotAvailable syscall.Errno = 10049
)

// is says whether an error of a socket has a number, or the one that Windows gives it.
func is(err error, number, ofWindows syscall.Errno) bool {
	return errors.Is(err, number) || errors.Is(err, ofWindows)
}

// Addresses are those at which it listens, the first for people to use.
func (l *Listener) Addresses() []net.Addr {
	var all []net.Addr
	for _, at := range l.at {
		all = append(all, at.Addr())
	}
	return all
}

// Close ends it.
func (l *Listener) Close() error {
	var failed []error
	for _, at := range l.at {
		failed = append(failed, at.Close())
	}
	return errors.Join(failed...)
}

// Serve serves until the context ends, and then ends what is being answered. It closes the listener.
func (l *Listener) Serve(ctx context.Context, h http.Handler) error {
	s := &http.Server{Handler: h, ReadHeaderTimeout: 10 * time.Second, BaseContext: func(net.Listener) context.Context { return ctx }}
	ended := make(chan error, len(l.at))
	for _, at := range l.at {
		go func() { ended <- s.Serve(at) }()
	}
	select {
	case err := <-ended:
		return errors.Join(err, s.Close())
	case <-ctx.Done():
		return s.Close()
	}
}
