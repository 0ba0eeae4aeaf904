package io.frontlineservice.sandbox.pretend.rest;

import io.frontlineservice.sandbox.pretend.account.Content;
import io.frontlineservice.sandbox.pretend.account.Contents;
import io.frontlineservice.sandbox.pretend.wire.Reply;
import io.frontlineservice.sandbox.pretend.wire.Request;
import io.frontlineservice.sandbox.pretend.wire.RestException;
import java.util.Map;

/**
 * The resources of the Content API, read-only. Called by {@link RestApi}. Thread-safe.
 *
 * @see <a href="https://www.twilio.com/docs/content/content-api-resources">Twilio:
 * Content API resources</a>
 */
final class ContentCalls {

	private static final String URL = "https://content.twilio.com/v1/Content/";

	private static final String CREATED = "2024-01-01T00:00:00Z";

	private static final int LARGEST_PAGE = 1000;

	private final String accountSid;

	private final Contents contents;

	ContentCalls(String accountSid, Contents contents) {
		this.accountSid = accountSid;
		this.contents = contents;
	}

	/** Returns all contents, each with its approval. */
	Reply list(Request request) {
		return ResourcePage.of(request, "contents", this.contents.all(), this::resource, LARGEST_PAGE);
	}

	/** Unlike in the list, the approval has the name of the channel here. */
	Reply approval(Request request, String sid) {
		Content content = this.contents.find(sid);
		if (content == null) {
			throw RestException.notFound(request.path());
		}
		return Reply.ok(Map.of("sid", sid, "account_sid", this.accountSid, "whatsapp", approvalOf(content), "url",
				URL + sid + "/ApprovalRequests"));
	}

	private ContentResource resource(Content it) {
		return new ContentResource(it.sid(), this.accountSid, it.friendlyName(), it.language(), it.variables(),
				Map.of("twilio/text", Map.of("body", it.body())), approvalOf(it), CREATED, CREATED, URL + it.sid());
	}

	private static Approval approvalOf(Content it) {
		return new Approval(it.friendlyName(), it.category(), "twilio/text", it.status(), "", true);
	}

	private record ContentResource(String sid, String accountSid, String friendlyName, String language,
			Map<String, String> variables, Map<String, Map<String, String>> types, Approval approvalRequests,
			String dateCreated, String dateUpdated, String url) {
	}

	private record Approval(String name, String category, String contentType, String status, String rejectionReason,
			boolean allowCategoryChange) {
	}

}
