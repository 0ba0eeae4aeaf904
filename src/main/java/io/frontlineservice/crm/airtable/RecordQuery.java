package io.frontlineservice.crm.airtable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request for records, as Airtable reads it. Made by {@link AirtableCrm}, sent by
 * {@link AirtableApi} as the body of a POST: a formula can be too long for a URL, and
 * URLs are logged on the way. Immutable.
 *
 * @param fields the names of the fields to return
 * @param filterByFormula the formula that is true for these records; null for all
 * @param sort the fields to sort by
 * @param view the view whose records to return; null for all
 * @param pageSize the most records to return, at most 100
 * @param offset where to continue; null for the beginning
 * @param returnFieldsByFieldId true if the fields are named by their ids, and null if not
 * @see <a href="https://airtable.com/developers/web/api/list-records">List records</a>
 */
@JsonInclude(Include.NON_EMPTY)
record RecordQuery(List<String> fields, @Nullable String filterByFormula, List<Sort> sort, @Nullable String view,
		int pageSize, @Nullable String offset, @Nullable Boolean returnFieldsByFieldId) {

	/** Airtable returns at most so many records at once. */
	static final int LARGEST_PAGE = 100;

	/** Returns the same query in pages of that size, or of Airtable's largest. */
	RecordQuery inPagesOf(int size) {
		return new RecordQuery(this.fields, this.filterByFormula, this.sort, this.view, Math.min(size, LARGEST_PAGE),
				this.offset, this.returnFieldsByFieldId);
	}

	/** Returns the same query for the page at an offset; null is the first page. */
	RecordQuery at(@Nullable String place) {
		return new RecordQuery(this.fields, this.filterByFormula, this.sort, this.view, this.pageSize, place,
				this.returnFieldsByFieldId);
	}

	/** Returns the same query for the records for which a formula is true. */
	RecordQuery where(String formula) {
		return new RecordQuery(this.fields, formula, this.sort, this.view, this.pageSize, this.offset,
				this.returnFieldsByFieldId);
	}

	/**
	 * A field to sort by.
	 *
	 * @param field its name
	 * @param direction asc or desc
	 */
	record Sort(String field, String direction) {

		static Sort ascending(String field) {
			return new Sort(field, "asc");
		}

	}

}
