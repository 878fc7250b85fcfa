package platform.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Something a citizen has to put right, at one field of the form. */
public record Problem(String field, String code, Message message) {

    /** The same sentence in both languages. */
    public record Message(
            @JsonProperty("zh-CN") String chinese,
            @JsonProperty("en") String english) {}

    public static Problem of(String field, String code, String chinese, String english) {
        return new Problem(field, code, new Message(chinese, english));
    }
}
