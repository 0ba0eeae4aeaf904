package io.frontlineservice.twilio.rest;

import com.twilio.base.Page;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.content.v1.ContentAndApprovals;
import com.twilio.rest.content.v1.ContentAndApprovalsReader;
import io.frontlineservice.conversation.gateway.ConversationGoneException;
import io.frontlineservice.conversation.gateway.TwilioRefusedException;
import io.frontlineservice.conversation.gateway.TwilioUnavailableException;
import io.frontlineservice.template.ContentLibrary;
import io.frontlineservice.template.ContentUnavailableException;
import io.frontlineservice.template.TwilioContent;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads Twilio's Content API by Twilio's library. Called by package {@code template}
 * through its port. Thread-safe.
 *
 * @see <a href="https://www.twilio.com/docs/content/content-api-resources">Content
 * API</a>
 */
final class TwilioContents implements ContentLibrary {

	private final Pages pages;

	private final Retries retries;

	/**
	 * Creates the library.
	 * @param retries the retries of a page
	 */
	TwilioContents(MeteredCalls calls, Retries retries) {
		this.pages = new Pages(calls);
		this.retries = retries;
	}

	static ContentAndApprovalsReader reader() {
		return new ContentAndApprovalsReader().setPageSize((int) Pages.SIZE);
	}

	@Override
	public List<TwilioContent> contents() {
		ContentAndApprovalsReader reader = reader();
		List<TwilioContent> contents = new ArrayList<>();
		try {
			this.pages.read(Call.CONTENTS, this.retries, reader, (client) -> firstPage(reader, client),
					ContentMapper::content, (page) -> {
						contents.addAll(page);
						return true;
					});
		}
		catch (TwilioUnavailableException | TwilioRefusedException | ConversationGoneException ex) {
			throw new ContentUnavailableException(String.valueOf(ex.getMessage()));
		}
		return contents;
	}

	/**
	 * A key without permission for contents may have all permissions that jobs need, so
	 * this is not a refusal of the credentials, for which all jobs would wait.
	 */
	private static Page<ContentAndApprovals> firstPage(ContentAndApprovalsReader reader, TwilioRestClient client) {
		try {
			return reader.firstPage(client);
		}
		catch (TwilioErrorException ex) {
			throw (ex.code() == AccountAccess.FORBIDDEN) ? ex.kind(ErrorKind.PERMANENT) : ex;
		}
	}

}
