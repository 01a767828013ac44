package cluster

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// timeForms are those of Slurm's --time.
var timeForms = regexp.MustCompile(`^(?:(\d{1,4})-(\d{1,4})(?::(\d{1,4})(?::(\d{1,4}))?)?|(?:(\d{1,6}):)?(\d{1,6}):(\d{1,6})|(\d{1,7}))$`)

// mostTime is well below what Kubernetes counts in seconds and Slurm in minutes.
const mostTime = 9999 * 24 * time.Hour

// ParseTime reads a time as Slurm's --time takes it: 90 (minutes), 90:00, 1:30:00, 1-12, 1-12:30 or 1-12:30:00.
func ParseTime(text string) (time.Duration, error) {
	m := timeForms.FindStringSubmatch(text)
	if m == nil {
		return 0, fmt.Errorf("%q: expected a time as Slurm takes it, of at most %.0f days: 90 (minutes), 1:30:00 or 1-12:00:00 (a day and a half)", text, mostTime.Hours()/24)
	}
	n := func(i int) time.Duration {
		v, _ := strconv.Atoi("0" + m[i]) // digits, of which there are few
		return time.Duration(v)
	}
	t := n(1)*24*time.Hour + (n(2)+n(5))*time.Hour + (n(3)+n(6)+n(8))*time.Minute + (n(4)+n(7))*time.Second
	if t <= 0 || t > mostTime {
		return 0, fmt.Errorf("%q: expected a time above 0, at most %.0f days", text, mostTime.Hours()/24)
	}
	return t, nil
}

// slurmTime writes a time as Slurm takes it, rounded up to a minute.
func slurmTime(t time.Duration) string {
	minutes := int((t + time.Minute - 1) / time.Minute)
	clock := fmt.Sprintf("%02d:%02d:00", minutes/60%24, minutes%60)
	if days := minutes / (24 * 60); days > 0 {
		return fmt.Sprintf("%d-%s", days, clock)
	}
	return clock
}

var memoryForms = regexp.MustCompile(`^([1-9]\d{0,8})([MG])i?B?$`)

// mostMemory is how much Kubernetes counts exactly, in units of 1,048,576 bytes.
const mostMemory = 999_999_999

// ParseMemory reads an amount of memory, as 512M or 2G, in units of 1,048,576 bytes.
func ParseMemory(text string) (megabytes int, err error) {
	m := memoryForms.FindStringSubmatch(text)
	if m == nil {
		return 0, fmt.Errorf("%q: expected an amount of memory, as in 512M or 2G", text)
	}
	if megabytes, err = strconv.Atoi(m[1]); m[2] == "G" {
		megabytes *= 1024
	}
	if megabytes > mostMemory {
		return 0, fmt.Errorf("%q: expected at most %dM of memory", text, mostMemory)
	}
	return megabytes, err
}

// Numbers writes numbers in order as job arrays take them: 3,5-8.
func Numbers(all []int) string {
	var spans []string
	for i := 0; i < len(all); {
		end := i + 1
		for end < len(all) && all[end] == all[end-1]+1 {
			end++
		}
		switch end - i {
		case 1:
			spans = append(spans, strconv.Itoa(all[i]))
		case 2:
			spans = append(spans, strconv.Itoa(all[i]), strconv.Itoa(all[i+1]))
		default:
			spans = append(spans, fmt.Sprintf("%d-%d", all[i], all[end-1]))
		}
		i = end
	}
	return strings.Join(spans, ",")
}

// ParseNumbers reads what Numbers writes. Numbers must grow and lie between 1 and the greatest.
func ParseNumbers(text string, greatest int) ([]int, error) {
	var all []int
	for span := range strings.SplitSeq(text, ",") {
		from, to, isSpan := strings.Cut(span, "-")
		first, err := strconv.Atoi(from)
		last := first
		if isSpan && err == nil {
			last, err = strconv.Atoi(to)
		}
		if err != nil || first > last || len(all) > 0 && first <= all[len(all)-1] {
			return nil, fmt.Errorf("%q: expected numbers of shards, the smallest first, as in 3,17 or 3,5-8", text)
		}
		if first < 1 || last > greatest {
			return nil, fmt.Errorf("%q: expected numbers of shards from 1 to %d", text, greatest)
		}
		for n := first; n <= last; n++ {
			all = append(all, n)
		}
	}
	return all, nil
}
