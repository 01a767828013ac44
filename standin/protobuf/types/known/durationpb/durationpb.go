// Package durationpb has the type that parquet-go asks for. Nothing makes one.
package durationpb

import "time"

// Duration is a span of time.
type Duration struct{}

// AsDuration is 0.
func (*Duration) AsDuration() time.Duration { return 0 }
