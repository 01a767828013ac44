// Package timestamppb has the type that parquet-go asks for. Nothing makes one.
package timestamppb

import "time"

// Timestamp is a moment.
type Timestamp struct{}

// AsTime is the zero time.
func (*Timestamp) AsTime() time.Time { return time.Time{} }
