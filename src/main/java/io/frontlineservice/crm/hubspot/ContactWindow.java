package io.frontlineservice.crm.hubspot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Consecutive contacts of a list that HubSpot sorts. Returned by {@link HubSpotApi}, cut
 * into a page by {@link ContactPages}. Immutable.
 *
 * @param start how many contacts are before these
 * @param contacts the contacts, each a map of its values
 * @param more whether there are contacts after these
 * @param total how many contacts the whole list has
 */
record ContactWindow(int start, List<Map<String, Object>> contacts, boolean more, int total) {

	/** Whether a page after that place can be cut from these contacts. */
	boolean continues(ListPlace place) {
		return place.isStart() || (firstRemembered(place) >= 0 && (!this.more || hasOthers(place)));
	}

	private int firstRemembered(ListPlace place) {
		for (int i = 0; i < this.contacts.size(); i++) {
			if (place.remembers(id(i))) {
				return i;
			}
		}
		return -1;
	}

	private boolean hasOthers(ListPlace place) {
		return !page(place, 1).contacts.isEmpty();
	}

	/**
	 * Returns the contacts after a place. Those that the place remembers were on earlier
	 * pages. If none of them is here, so much has changed that only the number of
	 * contacts says where to continue.
	 */
	Page page(ListPlace place, int rows) {
		int first = firstRemembered(place);
		int end = (first >= 0) ? first : Math.min(Math.max(0, place.offset() - this.start), this.contacts.size());
		List<Map<String, Object>> page = new ArrayList<>();
		for (int i = end; i < this.contacts.size(); i++) {
			if (!place.remembers(id(i))) {
				if (page.size() == rows) {
					return new Page(page, placeAfter(end, place.part()));
				}
				page.add(this.contacts.get(i));
			}
			end = i + 1;
		}
		return new Page(page, (this.more && !page.isEmpty()) ? placeAfter(end, place.part()) : null);
	}

	private ListPlace placeAfter(int end, int part) {
		List<String> last = new ArrayList<>();
		for (int i = Math.max(0, end - ListPlace.REMEMBERED); i < end; i++) {
			last.add(id(i));
		}
		return new ListPlace(part, this.start + end, last);
	}

	private String id(int number) {
		return String.valueOf(this.contacts.get(number).get("id"));
	}

	/**
	 * A page of contacts.
	 *
	 * @param contacts the contacts
	 * @param next the place after them; null at the end of the list
	 */
	record Page(List<Map<String, Object>> contacts, @Nullable ListPlace next) {

		static final Page END = new Page(List.of(), null);

		Page withNext(ListPlace place) {
			return new Page(this.contacts, place);
		}

	}

}
