// Made from docs/openapi.json by `npm run openapi`; do not edit.
export interface paths {
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who you are, and whether this register asks */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The session. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Session"];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Sign in */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SignIn"];
                };
            };
            responses: {
                /** @description Signed in; the session is in a cookie. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Session"];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Sign out */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Signed out. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Done"];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change your password; all your sessions and tokens end */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewPassword"];
                };
            };
            responses: {
                /** @description Changed; sign in again. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Done"];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All accounts (admins) */
        get: {
            parameters: {
                query?: {
                    /** @description At most so many items. */
                    limit?: number;
                    /** @description Where the last page ended, as its `Link` header (rel="next") says; opaque. */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of accounts. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Account"][];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Make an account, or change its role or password (admins) */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewAccount"];
                };
            };
            responses: {
                /** @description The account. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Account"];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your sessions and tokens; an admin sees all */
        get: {
            parameters: {
                query?: {
                    /** @description At most so many items. */
                    limit?: number;
                    /** @description Where the last page ended, as its `Link` header (rel="next") says; opaque. */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of them. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Credential"][];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Make a token for a program of yours; it is shown this once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewToken"];
                };
            };
            responses: {
                /** @description The token. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MadeToken"];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a session or token of yours; an admin ends any */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Ended. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Done"];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what, the newest first; anyone with an account may read it */
        get: {
            parameters: {
                query?: {
                    /** @description At most so many items. */
                    limit?: number;
                    /** @description Only acts of a smaller number: the last one of the page before. */
                    before?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of acts. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AuditEntry"][];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The questions of the register, by id */
        get: {
            parameters: {
                query?: {
                    /** @description At most so many items. */
                    limit?: number;
                    /** @description Where the last page ended, as its `Link` header (rel="next") says; opaque. */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of questions. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["QuestionItem"][];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Store a question: a new one, or a new version of one */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        id: string;
                        title?: string;
                        body: string;
                        rule?: string | {
                            [key: string]: unknown;
                        };
                        date?: string;
                        proposal?: string;
                        /** @default [] */
                        aliases?: string[];
                        options?: {
                            id: string;
                            proposal: string;
                            /** @default [] */
                            aliases?: string[];
                            entails?: string[];
                        }[];
                        conditions?: {
                            kind: string;
                            /** @default [] */
                            words?: string[];
                            met?: string;
                            /**
                             * @default open
                             * @enum {string}
                             */
                            state?: "open" | "met" | "failed";
                            since?: string;
                        }[];
                        members?: string[];
                    };
                };
            };
            responses: {
                /** @description The question as it is stored. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PutQuestion"];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One question with its roster and rule */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id of the question. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The version in force. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Question"];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questions/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** See what a question would become, its roster and rule, without storing it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        id: string;
                        title?: string;
                        body: string;
                        rule?: string | {
                            [key: string]: unknown;
                        };
                        date?: string;
                        proposal?: string;
                        /** @default [] */
                        aliases?: string[];
                        options?: {
                            id: string;
                            proposal: string;
                            /** @default [] */
                            aliases?: string[];
                            entails?: string[];
                        }[];
                        conditions?: {
                            kind: string;
                            /** @default [] */
                            words?: string[];
                            met?: string;
                            /**
                             * @default open
                             * @enum {string}
                             */
                            state?: "open" | "met" | "failed";
                            since?: string;
                        }[];
                        members?: string[];
                    };
                };
            };
            responses: {
                /** @description What the question would become. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PutQuestion"];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questions/preview/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** See what a question would say of the newest stored documents, without storing anything */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        id: string;
                        title?: string;
                        body: string;
                        rule?: string | {
                            [key: string]: unknown;
                        };
                        date?: string;
                        proposal?: string;
                        /** @default [] */
                        aliases?: string[];
                        options?: {
                            id: string;
                            proposal: string;
                            /** @default [] */
                            aliases?: string[];
                            entails?: string[];
                        }[];
                        conditions?: {
                            kind: string;
                            /** @default [] */
                            words?: string[];
                            met?: string;
                            /**
                             * @default open
                             * @enum {string}
                             */
                            state?: "open" | "met" | "failed";
                            since?: string;
                        }[];
                        members?: string[];
                    };
                };
            };
            responses: {
                /** @description What would be counted. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["QuestionPreview"];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questions/{id}/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The outcome under the rule, each member’s position, and what would change it */
        get: {
            parameters: {
                query?: {
                    /** @description Valid time: only what was said on or before this day. */
                    asOf?: string;
                    /** @description System time: only what the register knew then. */
                    knownAt?: string;
                    /** @description Option of the question; the first when absent. */
                    option?: string;
                    /** @description Another decision rule. */
                    rule?: string;
                    /** @description Suppositions. */
                    assume?: string;
                    /** @description Kinds of condition supposed to be met. */
                    met?: string;
                    /** @description What it costs to move a member; the others cost 1. */
                    cost?: string;
                    /** @description Chance of a yes by member or stance, 0 to 1. */
                    chance?: string;
                    /** @description Chance that members move together, 0 to 1; 0 when absent. */
                    together?: string;
                    /** @description Members that may not vote. */
                    exclude?: string;
                    /** @description Only what documents of this publisher say. */
                    publisher?: string;
                };
                header?: never;
                path: {
                    /** @description Id of the question. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The count. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Count"];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questions/{id}/probability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How likely adoption is, on what assumptions, and how often each member decides */
        get: {
            parameters: {
                query?: {
                    /** @description Valid time: only what was said on or before this day. */
                    asOf?: string;
                    /** @description System time: only what the register knew then. */
                    knownAt?: string;
                    /** @description Option of the question; the first when absent. */
                    option?: string;
                    /** @description Another decision rule. */
                    rule?: string;
                    /** @description Suppositions. */
                    assume?: string;
                    /** @description Kinds of condition supposed to be met. */
                    met?: string;
                    /** @description What it costs to move a member; the others cost 1. */
                    cost?: string;
                    /** @description Chance of a yes by member or stance, 0 to 1. */
                    chance?: string;
                    /** @description Chance that members move together, 0 to 1; 0 when absent. */
                    together?: string;
                    /** @description Members that may not vote. */
                    exclude?: string;
                    /** @description Only what documents of this publisher say. */
                    publisher?: string;
                };
                header?: never;
                path: {
                    /** @description Id of the question. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The chance of adoption. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Probability"];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questions/{id}/members/{member}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every signal for and against on one member, with its words */
        get: {
            parameters: {
                query?: {
                    /** @description Valid time: only what was said on or before this day. */
                    asOf?: string;
                    /** @description System time: only what the register knew then. */
                    knownAt?: string;
                    /** @description Option of the question; the first when absent. */
                    option?: string;
                    /** @description Another decision rule. */
                    rule?: string;
                    /** @description Suppositions. */
                    assume?: string;
                    /** @description Kinds of condition supposed to be met. */
                    met?: string;
                    /** @description What it costs to move a member; the others cost 1. */
                    cost?: string;
                    /** @description Chance of a yes by member or stance, 0 to 1. */
                    chance?: string;
                    /** @description Chance that members move together, 0 to 1; 0 when absent. */
                    together?: string;
                    /** @description Members that may not vote. */
                    exclude?: string;
                    /** @description Only what documents of this publisher say. */
                    publisher?: string;
                };
                header?: never;
                path: {
                    /** @description Id of the question. */
                    id: string;
                    /** @description Code or name of the member. */
                    member: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The member’s position and evidence. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Why"];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questions/{id}/news": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What changed, the newest first: positions that moved and outcomes, with the signals that did it */
        get: {
            parameters: {
                query?: {
                    /** @description At most so many items. */
                    limit?: number;
                    /** @description Where the last page ended, as its `Link` header (rel="next") says; opaque. */
                    cursor?: string;
                    /** @description Option of the question; the first when absent. */
                    option?: string;
                };
                header?: never;
                path: {
                    /** @description Id of the question. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of changes. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Change"][];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questions/{id}/feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The changes as a feed for feed readers */
        get: {
            parameters: {
                query?: {
                    /** @description Option of the question; the first when absent. */
                    option?: string;
                    format?: "rss" | "atom" | "json";
                };
                header?: never;
                path: {
                    /** @description Id of the question. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RSS 2.0, Atom 1.0 or JSON Feed 1.1. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/rss+xml": string;
                        "application/atom+xml": string;
                        "application/feed+json": string;
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questions/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Changes as they happen, as server-sent events
         * @description Each event `changes` holds JSON `{at, changes}`; its id is the instant of system time it leads to, from which `Last-Event-ID` goes on without a gap. The first event, `ready`, says from where.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Option of the question; the first when absent. */
                    option?: string;
                    /** @description Where an earlier watch ended; `Last-Event-ID` outranks it. */
                    since?: string;
                };
                header?: never;
                path: {
                    /** @description Id of the question. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A stream that does not end. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/event-stream": string;
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Documents whose words were removed for legal reasons, by whom and why */
        get: {
            parameters: {
                query?: {
                    /** @description At most so many items. */
                    limit?: number;
                    /** @description Where the last page ended, as its `Link` header (rel="next") says; opaque. */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of erasures. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Erasure"][];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/{id}/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remove a document’s words and all that quotes them, for good */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id of the document, or its first 8 characters or more. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewErasure"];
                };
            };
            responses: {
                /** @description The tombstone. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Erased"];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questions/{id}/tables/{table}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A flat table of a question as CSV (RFC 4180) or JSON Lines */
        get: {
            parameters: {
                query?: {
                    format?: "csv" | "jsonl";
                };
                header?: never;
                path: {
                    /** @description Id of the question. */
                    id: string;
                    table: "questions" | "documents" | "statements" | "signals" | "decisions" | "positions" | "erasures";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The table. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                        "application/jsonl": string;
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questions/{id}/popolo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The body, its memberships, the motion and the expected vote as Popolo */
        get: {
            parameters: {
                query?: {
                    /** @description Option of the question; the first when absent. */
                    option?: string;
                };
                header?: never;
                path: {
                    /** @description Id of the question. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Popolo JSON. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questions/{id}/dna": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The signals that count as an event list of Discourse Network Analyzer */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id of the question. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The event list. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questions/{id}/brief": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A briefing as one HTML file, the evidence as numbered notes, ready to print */
        get: {
            parameters: {
                query?: {
                    /** @description Valid time: only what was said on or before this day. */
                    asOf?: string;
                    /** @description System time: only what the register knew then. */
                    knownAt?: string;
                    /** @description Option of the question; the first when absent. */
                    option?: string;
                    /** @description Another decision rule. */
                    rule?: string;
                    /** @description Suppositions. */
                    assume?: string;
                    /** @description Kinds of condition supposed to be met. */
                    met?: string;
                    /** @description What it costs to move a member; the others cost 1. */
                    cost?: string;
                    /** @description Chance of a yes by member or stance, 0 to 1. */
                    chance?: string;
                    /** @description Chance that members move together, 0 to 1; 0 when absent. */
                    together?: string;
                    /** @description Members that may not vote. */
                    exclude?: string;
                    /** @description Only what documents of this publisher say. */
                    publisher?: string;
                };
                header?: never;
                path: {
                    /** @description Id of the question. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The briefing, to be saved: this server’s policy allows no style in a page. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/html": string;
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questions/{id}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Documents read for a question, in the order of recording or the newest first */
        get: {
            parameters: {
                query?: {
                    /** @description At most so many items. */
                    limit?: number;
                    /** @description Where the last page ended, as its `Link` header (rel="next") says; opaque. */
                    cursor?: string;
                    /** @description Only documents that have these words in title, publisher or day. */
                    find?: string;
                    /** @description `newest`: by day of publication, the last first. */
                    order?: "recorded" | "newest";
                };
                header?: never;
                path: {
                    /** @description Id of the question. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of documents. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DocumentItem"][];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Read a text for a question and store what was found */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id of the question. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewDocument"];
                };
            };
            responses: {
                /** @description What was read. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReadDocument"];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One document with what was read in it */
        get: {
            parameters: {
                query?: {
                    /** @description Only what was read for this question. */
                    question?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The document. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Document"];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questions/{id}/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Fetch a web page and read it for a question */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id of the question. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewAddress"];
                };
            };
            responses: {
                /** @description What was read. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReadAddress"];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Followed feeds, sitemaps and pages, and how it goes */
        get: {
            parameters: {
                query?: {
                    /** @description Of one question; of all when absent. */
                    question?: string;
                    /** @description At most so many items. */
                    limit?: number;
                    /** @description Where the last page ended, as its `Link` header (rel="next") says; opaque. */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of sources, in the order in which they were taken up. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Source"][];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Follow a feed, a sitemap or a page for a question */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewSource"];
                };
            };
            responses: {
                /** @description The source. It is asked by the next round. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TakenSource"];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Follow an address no longer; what was read of it stays */
        delete: {
            parameters: {
                query: {
                    /** @description Of one question; of all when absent. */
                    question?: string;
                    /** @description As the list gives it. */
                    address: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Left. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LeftSource"];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask the followed sources of a question now, and read what is new or changed
         * @description Answers when the round is done, which takes minutes where many articles are new. Public addresses alone are fetched.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewCheck"];
                };
            };
            responses: {
                /** @description What was read and what failed. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SourceCheck"];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What could not be fetched or read, and why; what was given up first */
        get: {
            parameters: {
                query?: {
                    /** @description Of one question; of all when absent. */
                    question?: string;
                    /** @description At most so many items. */
                    limit?: number;
                    /** @description Where the last page ended, as its `Link` header (rel="next") says; opaque. */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of failures. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FailedFetch"][];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try failed addresses again in the next round */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewRetry"];
                };
            };
            responses: {
                /** @description How many are tried again. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Retried"];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is told what, and how far */
        get: {
            parameters: {
                query?: {
                    /** @description Of one question; of all when absent. */
                    question?: string;
                    /** @description At most so many items. */
                    limit?: number;
                    /** @description Where the last page ended, as its `Link` header (rel="next") says; opaque. */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of alerts in force, in the order in which they were made. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Alert"][];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Tell somebody what changes in a question from now on */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewAlert"];
                };
            };
            responses: {
                /** @description The alert. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Alert"];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Tell it no longer */
        delete: {
            parameters: {
                query?: {
                    /** @description Needed where nobody has signed in. */
                    author?: string;
                };
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Ended. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell now what changed since the last run; for a timer */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewAlertRun"];
                };
            };
            responses: {
                /** @description What was told, alert by alert. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AlertOutcome"][];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts/{id}/feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an alert tells, as a feed for feed readers */
        get: {
            parameters: {
                query?: {
                    format?: "rss" | "atom" | "json";
                };
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RSS 2.0, Atom 1.0 or JSON Feed 1.1. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/rss+xml": string;
                        "application/atom+xml": string;
                        "application/feed+json": string;
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The versions of each page on which a document stood */
        get: {
            parameters: {
                query?: {
                    /** @description Evidence on this question alone; on all when absent. */
                    question?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The pages. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageVersions"][];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The versions of the page at an address */
        get: {
            parameters: {
                query: {
                    /** @description Evidence on this question alone; on all when absent. */
                    question?: string;
                    address: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The page. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageVersions"];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questions/{id}/changed-pages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Pages read for a question that changed since, the last changed first */
        get: {
            parameters: {
                query?: {
                    /** @description At most so many items. */
                    limit?: number;
                    /** @description Where the last page ended, as its `Link` header (rel="next") says; opaque. */
                    cursor?: string;
                };
                header?: never;
                path: {
                    /** @description Id of the question. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of them. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChangedPage"][];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questions/{id}/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What nobody has looked at, first what could change the count */
        get: {
            parameters: {
                query?: {
                    /** @description Valid time: only what was said on or before this day. */
                    asOf?: string;
                    /** @description System time: only what the register knew then. */
                    knownAt?: string;
                    /** @description Option of the question; the first when absent. */
                    option?: string;
                    /** @description Another decision rule. */
                    rule?: string;
                    /** @description Kinds of condition supposed to be met. */
                    met?: string;
                    /** @description What it costs to move a member; the others cost 1. */
                    cost?: string;
                    /** @description Chance of a yes by member or stance, 0 to 1. */
                    chance?: string;
                    /** @description Chance that members move together, 0 to 1; 0 when absent. */
                    together?: string;
                    /** @description Members that may not vote. */
                    exclude?: string;
                    /** @description Only what documents of this publisher say. */
                    publisher?: string;
                    /** @description At most so many items. */
                    limit?: number;
                    /** @description Where the last page ended, as its `Link` header (rel="next") says; opaque. */
                    cursor?: string;
                };
                header?: never;
                path: {
                    /** @description Id of the question. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of signals. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["QueueItem"][];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questions/{id}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who decided what, when and why, in the order of deciding */
        get: {
            parameters: {
                query?: {
                    /** @description At most so many items. */
                    limit?: number;
                    /** @description Where the last page ended, as its `Link` header (rel="next") says; opaque. */
                    cursor?: string;
                };
                header?: never;
                path: {
                    /** @description Id of the question. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of decisions. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Decision"][];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Accept, reject or correct a signal; add one; declare a position; merge or split origins */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id of the question. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewDecision"];
                };
            };
            responses: {
                /** @description The number of the decision. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Decided"];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questions/{id}/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every option’s own count: which could be adopted, which is nearest, and the Pareto set */
        get: {
            parameters: {
                query?: {
                    /** @description Valid time: only what was said on or before this day. */
                    asOf?: string;
                    /** @description System time: only what the register knew then. */
                    knownAt?: string;
                    /** @description Another decision rule. */
                    rule?: string;
                    /** @description Suppositions. */
                    assume?: string;
                    /** @description Kinds of condition supposed to be met. */
                    met?: string;
                    /** @description What it costs to move a member; the others cost 1. */
                    cost?: string;
                    /** @description Chance of a yes by member or stance, 0 to 1. */
                    chance?: string;
                    /** @description Chance that members move together, 0 to 1; 0 when absent. */
                    together?: string;
                    /** @description Members that may not vote. */
                    exclude?: string;
                    /** @description Only what documents of this publisher say. */
                    publisher?: string;
                };
                header?: never;
                path: {
                    /** @description Id of the question. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The options. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Options"];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questions/{id}/power": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Power of the members of a question, and who decides given what the others want */
        get: {
            parameters: {
                query?: {
                    /** @description Valid time: only what was said on or before this day. */
                    asOf?: string;
                    /** @description System time: only what the register knew then. */
                    knownAt?: string;
                    /** @description Option of the question; the first when absent. */
                    option?: string;
                    /** @description Another decision rule. */
                    rule?: string;
                    /** @description Suppositions. */
                    assume?: string;
                    /** @description Kinds of condition supposed to be met. */
                    met?: string;
                    /** @description What it costs to move a member; the others cost 1. */
                    cost?: string;
                    /** @description Chance of a yes by member or stance, 0 to 1. */
                    chance?: string;
                    /** @description Chance that members move together, 0 to 1; 0 when absent. */
                    together?: string;
                    /** @description Members that may not vote. */
                    exclude?: string;
                    /** @description Only what documents of this publisher say. */
                    publisher?: string;
                };
                header?: never;
                path: {
                    /** @description Id of the question. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Power indices and pivots. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["QuestionPower"];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bodies/{body}/power": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Power of a body’s members under a rule on a day */
        get: {
            parameters: {
                query?: {
                    /** @description Decision rule; the body’s usual one when absent. */
                    rule?: string;
                    /** @description Day of the roster, rule and weights; today when absent. */
                    date?: string;
                };
                header?: never;
                path: {
                    /** @description Name or id of the body. */
                    body: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Power indices. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BodyPower"];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questions/{id}/whatif": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The count with suppositions beside the one without, and whom they move */
        get: {
            parameters: {
                query?: {
                    /** @description Valid time: only what was said on or before this day. */
                    asOf?: string;
                    /** @description Option of the question; the first when absent. */
                    option?: string;
                    /** @description Another decision rule. */
                    rule?: string;
                    /** @description Suppositions. */
                    assume?: string;
                    /** @description Kinds of condition supposed to be met. */
                    met?: string;
                    /** @description What it costs to move a member; the others cost 1. */
                    cost?: string;
                    /** @description Chance of a yes by member or stance, 0 to 1. */
                    chance?: string;
                    /** @description Chance that members move together, 0 to 1; 0 when absent. */
                    together?: string;
                    /** @description Members that may not vote. */
                    exclude?: string;
                    /** @description Only what documents of this publisher say. */
                    publisher?: string;
                    /** @description Name of a saved what-if; other parameters come before its suppositions. */
                    saved?: string;
                };
                header?: never;
                path: {
                    /** @description Id of the question. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Both counts. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WhatIf"];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questions/{id}/whatifs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Saved what-ifs, by name */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id of the question. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The what-ifs in force. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WhatIfItem"][];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Save suppositions under a name; the same name again supposes anew */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id of the question. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SaveWhatIf"];
                };
            };
            responses: {
                /** @description The what-if as stored. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WhatIfItem"];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is stored: each attributed claim, in the order of recording */
        get: {
            parameters: {
                query?: {
                    /** @description At most so many items. */
                    limit?: number;
                    /** @description Where the last page ended, as its `Link` header (rel="next") says; opaque. */
                    cursor?: string;
                    /** @description Only those read for this question. */
                    question?: string;
                    /** @description Only those of or about this state; code or name. */
                    member?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of statements. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StatementItem"][];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questions/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The count at each moment at which it changed, by either time */
        get: {
            parameters: {
                query?: {
                    /** @description Option of the question; the first when absent. */
                    option?: string;
                };
                header?: never;
                path: {
                    /** @description Id of the question. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The moments. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Timeline"];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questions/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which positions changed between two instants of system time, and why */
        get: {
            parameters: {
                query?: {
                    /** @description Option of the question; the first when absent. */
                    option?: string;
                    /** @description Just before the newest reader’s first reading when absent. */
                    from?: string;
                    /** @description Now when absent. */
                    to?: string;
                };
                header?: never;
                path: {
                    /** @description Id of the question. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The positions that changed. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Changes"];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{member}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One member over all questions, and who has held its offices */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Code or name of the member. */
                    member: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The member’s record. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MemberRecord"];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questions/{id}/reasons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Members and the reasons they give, on which side */
        get: {
            parameters: {
                query?: {
                    /** @description Option of the question; the first when absent. */
                    option?: string;
                    /** @description Valid time: only what was said on or before this day. */
                    asOf?: string;
                };
                header?: never;
                path: {
                    /** @description Id of the question. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The network; empty when no reasons were read. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReasonNetwork"];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questions/{id}/bargain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where bargaining among the members ends, who pressed whom, and how far uncertainty spreads it */
        get: {
            parameters: {
                query?: {
                    /** @description Valid time: only what was said on or before this day. */
                    asOf?: string;
                    /** @description System time: only what the register knew then. */
                    knownAt?: string;
                    /** @description Option of the question; the first when absent. */
                    option?: string;
                    /** @description Another decision rule. */
                    rule?: string;
                    /** @description Suppositions. */
                    assume?: string;
                    /** @description Kinds of condition supposed to be met. */
                    met?: string;
                    /** @description What it costs to move a member; the others cost 1. */
                    cost?: string;
                    /** @description Chance of a yes by member or stance, 0 to 1. */
                    chance?: string;
                    /** @description Chance that members move together, 0 to 1; 0 when absent. */
                    together?: string;
                    /** @description Members that may not vote. */
                    exclude?: string;
                    /** @description Only what documents of this publisher say. */
                    publisher?: string;
                    /** @description challenge, median, mean, nash or ktab. */
                    model?: string;
                    /** @description Parameters of the model, NAME=VALUE,…. */
                    set?: string;
                    /** @description Runs over uncertain inputs. */
                    runs?: string;
                    /** @description Seed of the runs. */
                    seed?: string;
                };
                header?: never;
                path: {
                    /** @description Id of the question. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The model’s answer, with a sentence that says it in words. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Bargain"];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Where bargaining among the members ends, who pressed whom, and how far uncertainty spreads it */
        post: {
            parameters: {
                query?: {
                    /** @description Valid time: only what was said on or before this day. */
                    asOf?: string;
                    /** @description System time: only what the register knew then. */
                    knownAt?: string;
                    /** @description Option of the question; the first when absent. */
                    option?: string;
                    /** @description Another decision rule. */
                    rule?: string;
                    /** @description Suppositions. */
                    assume?: string;
                    /** @description Kinds of condition supposed to be met. */
                    met?: string;
                    /** @description What it costs to move a member; the others cost 1. */
                    cost?: string;
                    /** @description Chance of a yes by member or stance, 0 to 1. */
                    chance?: string;
                    /** @description Chance that members move together, 0 to 1; 0 when absent. */
                    together?: string;
                    /** @description Members that may not vote. */
                    exclude?: string;
                    /** @description Only what documents of this publisher say. */
                    publisher?: string;
                    /** @description challenge, median, mean, nash or ktab. */
                    model?: string;
                    /** @description Parameters of the model, NAME=VALUE,…. */
                    set?: string;
                    /** @description Runs over uncertain inputs. */
                    runs?: string;
                    /** @description Seed of the runs. */
                    seed?: string;
                };
                header?: never;
                path: {
                    /** @description Id of the question. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description challenge, median, mean, nash or ktab. */
                        model?: string | number;
                        /** @description Parameters of the model, NAME=VALUE,…. */
                        set?: string | number;
                        /** @description Runs over uncertain inputs. */
                        runs?: string | number;
                        /** @description Seed of the runs. */
                        seed?: string | number;
                        /** @description Actors: [{name, position, capability, salience}, …], or the text of a CSV or YAML file. */
                        actors?: string | unknown[] | {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            responses: {
                /** @description The model’s answer, with a sentence that says it in words. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Bargain"];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bargain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Where bargaining among given actors ends */
        post: {
            parameters: {
                query?: {
                    /** @description challenge, median, mean, nash or ktab. */
                    model?: string;
                    /** @description Parameters of the model, NAME=VALUE,…. */
                    set?: string;
                    /** @description Runs over uncertain inputs. */
                    runs?: string;
                    /** @description Seed of the runs. */
                    seed?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description challenge, median, mean, nash or ktab. */
                        model?: string | number;
                        /** @description Parameters of the model, NAME=VALUE,…. */
                        set?: string | number;
                        /** @description Runs over uncertain inputs. */
                        runs?: string | number;
                        /** @description Seed of the runs. */
                        seed?: string | number;
                        /** @description Actors: [{name, position, capability, salience}, …], or the text of a CSV or YAML file. */
                        actors?: string | unknown[] | {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            responses: {
                /** @description The model’s answer, with a sentence that says it in words. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Bargain"];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questions/{id}/influence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who carries whom, and what a shift does to the others */
        get: {
            parameters: {
                query?: {
                    /** @description Valid time: only what was said on or before this day. */
                    asOf?: string;
                    /** @description System time: only what the register knew then. */
                    knownAt?: string;
                    /** @description Option of the question; the first when absent. */
                    option?: string;
                    /** @description Another decision rule. */
                    rule?: string;
                    /** @description Suppositions. */
                    assume?: string;
                    /** @description Kinds of condition supposed to be met. */
                    met?: string;
                    /** @description What it costs to move a member; the others cost 1. */
                    cost?: string;
                    /** @description Chance of a yes by member or stance, 0 to 1. */
                    chance?: string;
                    /** @description Chance that members move together, 0 to 1; 0 when absent. */
                    together?: string;
                    /** @description Members that may not vote. */
                    exclude?: string;
                    /** @description Only what documents of this publisher say. */
                    publisher?: string;
                    /** @description Supposed shifts, USA=support,…. */
                    shift?: string;
                    /** @description Influence edges by hand, USA:DEU=0.6,…. */
                    edge?: string;
                    /** @description Which edges count besides: text, neighbour, shared-body, voting-agreement, or none. */
                    bases?: string;
                };
                header?: never;
                path: {
                    /** @description Id of the question. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The model’s answer, with a sentence that says it in words. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Influence"];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Who carries whom, and what a shift does to the others */
        post: {
            parameters: {
                query?: {
                    /** @description Valid time: only what was said on or before this day. */
                    asOf?: string;
                    /** @description System time: only what the register knew then. */
                    knownAt?: string;
                    /** @description Option of the question; the first when absent. */
                    option?: string;
                    /** @description Another decision rule. */
                    rule?: string;
                    /** @description Suppositions. */
                    assume?: string;
                    /** @description Kinds of condition supposed to be met. */
                    met?: string;
                    /** @description What it costs to move a member; the others cost 1. */
                    cost?: string;
                    /** @description Chance of a yes by member or stance, 0 to 1. */
                    chance?: string;
                    /** @description Chance that members move together, 0 to 1; 0 when absent. */
                    together?: string;
                    /** @description Members that may not vote. */
                    exclude?: string;
                    /** @description Only what documents of this publisher say. */
                    publisher?: string;
                    /** @description Supposed shifts, USA=support,…. */
                    shift?: string;
                    /** @description Influence edges by hand, USA:DEU=0.6,…. */
                    edge?: string;
                    /** @description Which edges count besides: text, neighbour, shared-body, voting-agreement, or none. */
                    bases?: string;
                };
                header?: never;
                path: {
                    /** @description Id of the question. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Supposed shifts, USA=support,…. */
                        shift?: string | number;
                        /** @description Influence edges by hand, USA:DEU=0.6,…. */
                        edge?: string | number;
                        /** @description Which edges count besides: text, neighbour, shared-body, voting-agreement, or none. */
                        bases?: string | number;
                        /** @description Influence edges: [{from, to, weight}, …], or the text of a CSV or YAML file. */
                        edges?: string | unknown[] | {
                            [key: string]: unknown;
                        };
                        /** @description Roll calls of the UN General Assembly: the text of a CSV file. */
                        prior?: string | unknown[] | {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            responses: {
                /** @description The model’s answer, with a sentence that says it in words. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Influence"];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questions/{id}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom to work on, through whom and in which order, within a budget */
        get: {
            parameters: {
                query?: {
                    /** @description Valid time: only what was said on or before this day. */
                    asOf?: string;
                    /** @description System time: only what the register knew then. */
                    knownAt?: string;
                    /** @description Option of the question; the first when absent. */
                    option?: string;
                    /** @description Another decision rule. */
                    rule?: string;
                    /** @description Suppositions. */
                    assume?: string;
                    /** @description Kinds of condition supposed to be met. */
                    met?: string;
                    /** @description What it costs to move a member; the others cost 1. */
                    cost?: string;
                    /** @description Chance of a yes by member or stance, 0 to 1. */
                    chance?: string;
                    /** @description Chance that members move together, 0 to 1; 0 when absent. */
                    together?: string;
                    /** @description Members that may not vote. */
                    exclude?: string;
                    /** @description Only what documents of this publisher say. */
                    publisher?: string;
                    /** @description What may be spent, in the unit of costs. */
                    budget?: string;
                    /** @description possible (the undecided say yes) or certain (they say no). */
                    goal?: string;
                    /** @description Influence edges by hand, USA:DEU=0.6,…. */
                    edge?: string;
                    /** @description Which edges count besides: text, neighbour, shared-body, voting-agreement, or none. */
                    bases?: string;
                };
                header?: never;
                path: {
                    /** @description Id of the question. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The model’s answer, with a sentence that says it in words. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Plan"];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Whom to work on, through whom and in which order, within a budget */
        post: {
            parameters: {
                query?: {
                    /** @description Valid time: only what was said on or before this day. */
                    asOf?: string;
                    /** @description System time: only what the register knew then. */
                    knownAt?: string;
                    /** @description Option of the question; the first when absent. */
                    option?: string;
                    /** @description Another decision rule. */
                    rule?: string;
                    /** @description Suppositions. */
                    assume?: string;
                    /** @description Kinds of condition supposed to be met. */
                    met?: string;
                    /** @description What it costs to move a member; the others cost 1. */
                    cost?: string;
                    /** @description Chance of a yes by member or stance, 0 to 1. */
                    chance?: string;
                    /** @description Chance that members move together, 0 to 1; 0 when absent. */
                    together?: string;
                    /** @description Members that may not vote. */
                    exclude?: string;
                    /** @description Only what documents of this publisher say. */
                    publisher?: string;
                    /** @description What may be spent, in the unit of costs. */
                    budget?: string;
                    /** @description possible (the undecided say yes) or certain (they say no). */
                    goal?: string;
                    /** @description Influence edges by hand, USA:DEU=0.6,…. */
                    edge?: string;
                    /** @description Which edges count besides: text, neighbour, shared-body, voting-agreement, or none. */
                    bases?: string;
                };
                header?: never;
                path: {
                    /** @description Id of the question. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description What may be spent, in the unit of costs. */
                        budget?: string | number;
                        /** @description possible (the undecided say yes) or certain (they say no). */
                        goal?: string | number;
                        /** @description Influence edges by hand, USA:DEU=0.6,…. */
                        edge?: string | number;
                        /** @description Which edges count besides: text, neighbour, shared-body, voting-agreement, or none. */
                        bases?: string | number;
                        /** @description Costs and levers: {costs: {HUN: 3, TUR: "never"}, levers: [{on, by, kind, what, body, worth, price}, …]}. */
                        costs?: string | unknown[] | {
                            [key: string]: unknown;
                        };
                        /** @description Influence edges: [{from, to, weight}, …], or the text of a CSV or YAML file. */
                        edges?: string | unknown[] | {
                            [key: string]: unknown;
                        };
                        /** @description Roll calls of the UN General Assembly: the text of a CSV file. */
                        prior?: string | unknown[] | {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            responses: {
                /** @description The model’s answer, with a sentence that says it in words. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Plan"];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questions/{id}/tradeoffs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each option is worth by the reasons members gave, and which weight matters */
        get: {
            parameters: {
                query?: {
                    /** @description Valid time: only what was said on or before this day. */
                    asOf?: string;
                    /** @description System time: only what the register knew then. */
                    knownAt?: string;
                    /** @description Option of the question; the first when absent. */
                    option?: string;
                    /** @description Another decision rule. */
                    rule?: string;
                    /** @description Suppositions. */
                    assume?: string;
                    /** @description Kinds of condition supposed to be met. */
                    met?: string;
                    /** @description What it costs to move a member; the others cost 1. */
                    cost?: string;
                    /** @description Chance of a yes by member or stance, 0 to 1. */
                    chance?: string;
                    /** @description Chance that members move together, 0 to 1; 0 when absent. */
                    together?: string;
                    /** @description Members that may not vote. */
                    exclude?: string;
                    /** @description Only what documents of this publisher say. */
                    publisher?: string;
                };
                header?: never;
                path: {
                    /** @description Id of the question. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The model’s answer, with a sentence that says it in words. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Tradeoffs"];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** What each option is worth by the reasons members gave, and which weight matters */
        post: {
            parameters: {
                query?: {
                    /** @description Valid time: only what was said on or before this day. */
                    asOf?: string;
                    /** @description System time: only what the register knew then. */
                    knownAt?: string;
                    /** @description Option of the question; the first when absent. */
                    option?: string;
                    /** @description Another decision rule. */
                    rule?: string;
                    /** @description Suppositions. */
                    assume?: string;
                    /** @description Kinds of condition supposed to be met. */
                    met?: string;
                    /** @description What it costs to move a member; the others cost 1. */
                    cost?: string;
                    /** @description Chance of a yes by member or stance, 0 to 1. */
                    chance?: string;
                    /** @description Chance that members move together, 0 to 1; 0 when absent. */
                    together?: string;
                    /** @description Members that may not vote. */
                    exclude?: string;
                    /** @description Only what documents of this publisher say. */
                    publisher?: string;
                };
                header?: never;
                path: {
                    /** @description Id of the question. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Weights of concerns: {escalation: 2, cost: {weight, low, high}}. */
                        weights?: string | unknown[] | {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            responses: {
                /** @description The model’s answer, with a sentence that says it in words. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Tradeoffs"];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questions/{id}/prior": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What roll calls suggest of silent members; no evidence, part of no count */
        get: {
            parameters: {
                query?: {
                    /** @description Valid time: only what was said on or before this day. */
                    asOf?: string;
                    /** @description System time: only what the register knew then. */
                    knownAt?: string;
                    /** @description Option of the question; the first when absent. */
                    option?: string;
                    /** @description Another decision rule. */
                    rule?: string;
                    /** @description Suppositions. */
                    assume?: string;
                    /** @description Kinds of condition supposed to be met. */
                    met?: string;
                    /** @description What it costs to move a member; the others cost 1. */
                    cost?: string;
                    /** @description Chance of a yes by member or stance, 0 to 1. */
                    chance?: string;
                    /** @description Chance that members move together, 0 to 1; 0 when absent. */
                    together?: string;
                    /** @description Members that may not vote. */
                    exclude?: string;
                    /** @description Only what documents of this publisher say. */
                    publisher?: string;
                };
                header?: never;
                path: {
                    /** @description Id of the question. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The model’s answer, with a sentence that says it in words. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Prior"];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** What roll calls suggest of silent members; no evidence, part of no count */
        post: {
            parameters: {
                query?: {
                    /** @description Valid time: only what was said on or before this day. */
                    asOf?: string;
                    /** @description System time: only what the register knew then. */
                    knownAt?: string;
                    /** @description Option of the question; the first when absent. */
                    option?: string;
                    /** @description Another decision rule. */
                    rule?: string;
                    /** @description Suppositions. */
                    assume?: string;
                    /** @description Kinds of condition supposed to be met. */
                    met?: string;
                    /** @description What it costs to move a member; the others cost 1. */
                    cost?: string;
                    /** @description Chance of a yes by member or stance, 0 to 1. */
                    chance?: string;
                    /** @description Chance that members move together, 0 to 1; 0 when absent. */
                    together?: string;
                    /** @description Members that may not vote. */
                    exclude?: string;
                    /** @description Only what documents of this publisher say. */
                    publisher?: string;
                };
                header?: never;
                path: {
                    /** @description Id of the question. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Roll calls of the UN General Assembly: the text of a CSV file. */
                        prior?: string | unknown[] | {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            responses: {
                /** @description The model’s answer, with a sentence that says it in words. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Prior"];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/knowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bodies, decision rules and states that are known */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Bodies, rules and states. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Knowledge"];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/forecasts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every forecast, what came of it, scores and calibration */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Forecasts of all questions. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Forecasts"];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questions/{id}/forecasts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Forecasts on a question, what came of them, and their scores */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id of the question. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Forecasts of the question. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Forecasts"];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Keep a forecast: your own chance, or the register’s */
        post: {
            parameters: {
                query?: {
                    /** @description Valid time: only what was said on or before this day. */
                    asOf?: string;
                    /** @description System time: only what the register knew then. */
                    knownAt?: string;
                    /** @description Option of the question; the first when absent. */
                    option?: string;
                    /** @description Another decision rule. */
                    rule?: string;
                    /** @description Suppositions. */
                    assume?: string;
                    /** @description Kinds of condition supposed to be met. */
                    met?: string;
                    /** @description What it costs to move a member; the others cost 1. */
                    cost?: string;
                    /** @description Chance of a yes by member or stance, 0 to 1. */
                    chance?: string;
                    /** @description Chance that members move together, 0 to 1; 0 when absent. */
                    together?: string;
                    /** @description Members that may not vote. */
                    exclude?: string;
                    /** @description Only what documents of this publisher say. */
                    publisher?: string;
                };
                header?: never;
                path: {
                    /** @description Id of the question. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewForecast"];
                };
            };
            responses: {
                /** @description The forecast as kept. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Forecast"];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questions/{id}/resolutions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say how a question ended */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id of the question. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewResolution"];
                };
            };
            responses: {
                /** @description The resolution as kept. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Resolution"];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questions/{id}/backtest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The question replayed day by day, scored against how it ended */
        get: {
            parameters: {
                query?: {
                    /** @description Valid time: only what was said on or before this day. */
                    asOf?: string;
                    /** @description System time: only what the register knew then. */
                    knownAt?: string;
                    /** @description Option of the question; the first when absent. */
                    option?: string;
                    /** @description Another decision rule. */
                    rule?: string;
                    /** @description Suppositions. */
                    assume?: string;
                    /** @description Kinds of condition supposed to be met. */
                    met?: string;
                    /** @description What it costs to move a member; the others cost 1. */
                    cost?: string;
                    /** @description Chance of a yes by member or stance, 0 to 1. */
                    chance?: string;
                    /** @description Chance that members move together, 0 to 1; 0 when absent. */
                    together?: string;
                    /** @description Members that may not vote. */
                    exclude?: string;
                    /** @description Only what documents of this publisher say. */
                    publisher?: string;
                    outcome?: "adopted" | "not-adopted";
                    /** @description Day of the decision, with `outcome`. */
                    on?: string;
                };
                header?: never;
                path: {
                    /** @description Id of the question. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Each day’s outcome and chance. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Backtest"];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/example": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read the bundled example; adds nothing when it is there */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The question of the example. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ExampleRead"];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the server can answer, and how quickly it does */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The state of the server. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Status"];
                    };
                };
                /** @description A problem document. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Session: {
            /** @description Whether this register asks who you are. */
            needed: boolean;
            name: string | null;
            role: ("reader" | "reviewer" | "admin") | null;
            /** @description Questions on which a reader may do what a reviewer may on all. */
            reviews: string[];
            /**
             * Format: date-time
             * @example 2026-11-24T09:20:29.716Z
             */
            expiresAt: string | null;
        };
        /** @description A problem document (RFC 9457). */
        Problem: {
            /** @enum {string} */
            type: "about:blank";
            title: string;
            status: number;
            /** @description One sentence: what is wrong with which input, and what to do. */
            detail: string;
            /**
             * @description Stable; the same as the command line’s.
             * @example question-unknown
             */
            code: string;
        };
        SignIn: {
            name: string;
            password: string;
        };
        Done: Record<string, never>;
        NewPassword: {
            old: string;
            new: string;
        };
        Account: {
            name: string;
            /** @description Null when it is closed. */
            role: ("reader" | "reviewer" | "admin") | null;
            /** @description Questions on which a reader may do what a reviewer may on all. */
            reviews: string[];
            /**
             * Format: date-time
             * @example 2026-11-24T09:20:29.716Z
             */
            recordedAt: string;
        };
        NewAccount: {
            name: string;
            /**
             * @description `none` closes it.
             * @enum {string}
             */
            role: "reader" | "reviewer" | "admin" | "none";
            /** @description Of a reader: questions on which they may do what a reviewer may. Absent keeps those there are. */
            reviews?: string[];
            /** @description Absent keeps the one there is. */
            password?: string;
        };
        Credential: {
            id: string;
            /** @enum {string} */
            kind: "session" | "token";
            name: string;
            label: string;
            /**
             * Format: date-time
             * @example 2026-11-24T09:20:29.716Z
             */
            expiresAt: string;
            /**
             * Format: date-time
             * @example 2026-11-24T09:20:29.716Z
             */
            recordedAt: string;
        };
        MadeToken: {
            token: string;
            /**
             * Format: date-time
             * @example 2026-11-24T09:20:29.716Z
             */
            expiresAt: string;
        };
        NewToken: {
            label: string;
            /** @default 90 */
            days: number;
        };
        AuditEntry: {
            id: number;
            actor: string;
            action: string;
            subject: string;
            /**
             * Format: date-time
             * @example 2026-11-24T09:20:29.716Z
             */
            recordedAt: string;
        };
        QuestionItem: {
            id: string;
            title: string;
            body: string;
            options: components["schemas"]["OptionItem"][];
        };
        OptionItem: {
            id: string;
            proposal: string;
        };
        Question: {
            id: string;
            title: string;
            body: string;
            options: {
                id: string;
                proposal: string;
                aliases: string[];
                /** @description Options that whoever supports this one supports too. */
                entails?: string[];
            }[];
            /**
             * Format: date
             * @description The day the question is put; null when it has none.
             * @example 2024-10-18
             */
            date: string | null;
            /** @description Who votes. */
            roster: string[];
            rule: {
                id: string;
                text: string;
                citation: string;
            };
            /** @description A decision rule of the user’s own, as YAML. */
            ownRule: string | null;
        };
        PutQuestion: {
            id: string;
            title: string;
            body: string;
            options: {
                id: string;
                proposal: string;
                aliases: string[];
                /** @description Options that whoever supports this one supports too. */
                entails?: string[];
            }[];
            /**
             * Format: date
             * @description The day the question is put; null when it has none.
             * @example 2024-10-18
             */
            date: string | null;
            /** @description Who votes. */
            roster: string[];
            rule: {
                id: string;
                text: string;
                citation: string;
            };
            /** @description A decision rule of the user’s own, as YAML. */
            ownRule: string | null;
            /** @description The version stored; in a preview, the one it would get. */
            version: number;
            /** @description False when the version in force says the same. */
            added: boolean;
        };
        QuestionPreview: {
            /** @description Stored documents that were read for it. */
            documents: number;
            /** @description Those in which a member’s stance was found. */
            speaking: number;
            sentence: string;
            positions: {
                member: string;
                name: string;
                /** @enum {string} */
                stance: "support" | "oppose" | "conditional" | "abstract-support" | "uncommitted" | "unknown";
                quote: string;
                title: string;
            }[];
        };
        Count: {
            question: {
                id: string;
                title: string;
                body: string;
                bodyName: string;
            };
            option: components["schemas"]["OptionItem"];
            options: components["schemas"]["OptionItem"][];
            /**
             * Format: date
             * @description The day asked for; null for everything known.
             * @example 2024-10-18
             */
            asOf: string | null;
            /**
             * Format: date-time
             * @description The instant of system time asked for; null for now.
             * @example 2026-11-24T09:20:29.716Z
             */
            knownAt: string | null;
            rule: {
                id: string;
                text: string;
                citation: string;
                /** @description Rules that the decision must pass afterwards, each a count of its own. */
                then: string[];
                /** @description What was assumed or looked up. */
                notes: string[];
            };
            count: {
                /** @enum {string} */
                outcome: "adopted" | "blocked" | "open";
                sentence: string;
                members: number;
                holdouts: {
                    /**
                     * @description ISO 3166-1 alpha-3 code (XKX for Kosovo).
                     * @example HUN
                     */
                    member: string;
                    /** @enum {string} */
                    stance: "oppose" | "conditional" | "abstract-support";
                }[];
                supporters: string[];
                uncommitted: string[];
                unknown: string[];
                blockers: string[];
                pivotal: string[];
                blocking: {
                    alone: string[];
                    /** @description Minimal groups of two or more. */
                    groups: string[][];
                    /** @description Whether the list holds all groups. */
                    complete: boolean;
                    /** @description How many minimal sets there are; null: too many members to count. */
                    total: string | null;
                };
                fewestFlips: {
                    count: number;
                    members: string[];
                } | null;
                /** @description Cheapest sets of members whose move makes adoption possible or certain, or blocks it. */
                cheapest: {
                    toPossible: components["schemas"]["PricedSet"] | null;
                    toCertain: components["schemas"]["PricedSet"] | null;
                    toBlock: components["schemas"]["PricedSet"] | null;
                };
            };
            /** @description Null where the rule and roster are too large to reckon it exactly. */
            probability: components["schemas"]["Probability"] | null;
            members: components["schemas"]["Position"][];
            documents: number;
            /** @description Independent origins behind all of it. */
            origins: number;
            /** @example Four articles, two origins. */
            independence: string;
            sharedOrigins: components["schemas"]["OriginGroup"][];
            /** @description What not to rely on, a sentence each: outcomes that hang on one origin without a named voice. */
            cautions: string[];
            reader: string;
            /** @description SHA-256 over the question, documents, signals and decisions that the count rests on. */
            registerHash: string;
        };
        /** @description Members that move together, and what that costs in all. */
        PricedSet: {
            cost: number;
            members: string[];
        };
        /** @description How likely adoption is, and on what assumptions. */
        Probability: {
            /** @description The mixture of apart and together, by share. */
            adoption: number;
            /** @description If members decide independently. */
            apart: number;
            /** @description If one lot decides for all of them. */
            together: number;
            /** @description Chance that they move together, as asked. */
            share: number;
            /** @description Members of whom nothing is known, and the chance if all of them said no, or yes. */
            silent: {
                members: number;
                ifNo: number;
                ifYes: number;
            };
            sentence: string;
            /** @description What was assumed, a sentence each. */
            assumptions: string[];
            members: {
                /**
                 * @description ISO 3166-1 alpha-3 code (XKX for Kosovo).
                 * @example HUN
                 */
                member: string;
                name: string;
                /** @enum {string} */
                stance: "support" | "oppose" | "conditional" | "abstract-support" | "uncommitted" | "unknown";
                /** @description Chance that it votes yes. */
                chance: number;
                /** @description Chance that, given what the others may do, its vote decides. */
                pivot: number;
            }[];
        };
        Position: {
            /**
             * @description ISO 3166-1 alpha-3 code (XKX for Kosovo).
             * @example HUN
             */
            member: string;
            name: string;
            /** @enum {string} */
            stance: "support" | "oppose" | "conditional" | "abstract-support" | "uncommitted" | "unknown";
            /** @description 0 for silence. */
            confidence: number;
            contested: boolean;
            /** @description Share of the weight behind each stance. */
            distribution: {
                support: number;
                oppose: number;
                conditional: number;
                "abstract-support": number;
                uncommitted: number;
            };
            /** @description Number of independent origins. */
            origins: number;
            best: components["schemas"]["Evidence"] | null;
            /** @description Whether most of the weight behind the stance is a former government’s or office holder’s words. */
            formerWords: boolean;
            /** @description Whether the stance was supposed by `assume`, not derived. */
            assumed: boolean;
            /** @description Who declared the stance and why, when a person set it. */
            declared: {
                author: string;
                note: string;
                /**
                 * Format: date-time
                 * @example 2026-11-24T09:20:29.716Z
                 */
                recordedAt: string;
            } | null;
        };
        Evidence: {
            /** @description Id of the signal, by which it can be reviewed. */
            signalId: string;
            /**
             * @description ISO 3166-1 alpha-3 code (XKX for Kosovo).
             * @example HUN
             */
            member: string;
            /** @enum {string} */
            stance: "support" | "oppose" | "conditional" | "abstract-support" | "uncommitted";
            /** @description How sure the reader is of this reading. */
            confidence: number;
            /** @description How settled the words are. */
            firmness: number;
            quote: string;
            span: components["schemas"]["Span"];
            documentId: string;
            publisher: string;
            title: string;
            /**
             * Format: date
             * @description Day said or published; null when the document has none.
             * @example 2024-10-18
             */
            date: string | null;
            speaker: string;
            /** @description State code, organisation, or `other`. */
            speaksFor: string;
            /** @enum {string} */
            attribution: "on-record" | "second-hand" | "anonymous" | "outlet";
            /** @description First publisher, when the text names one; else empty. */
            origin: string;
            condition: {
                span: components["schemas"]["Span"];
                /** @enum {string} */
                kind: "while" | "unless" | "if" | "until" | "after";
                quote: string;
            } | null;
            reasons: {
                kind: string;
                span: components["schemas"]["Span"];
                quote: string;
            }[];
            option: string;
            /**
             * @description The rule or model that read it.
             * @example stance/verb:oppose
             */
            rule: string;
            reader: string;
            /** @description Why the words no longer speak for the member’s government; null when they do. */
            former: string | null;
            /** @description Since when the newest version of the page lacks the words; null when it has them. */
            retracted: string | null;
        };
        /** @description Half-open range of UTF-16 code units into the document’s text. */
        Span: {
            start: number;
            end: number;
        };
        /** @description Documents that count as one origin, and what each was joined by. */
        OriginGroup: {
            documents: string[];
            reasons: {
                documentId: string;
                reason: string;
            }[];
        };
        Why: {
            position: components["schemas"]["Position"];
            evidence: components["schemas"]["Evidence"][];
        };
        Change: components["schemas"]["PositionChange"] | components["schemas"]["OutcomeChange"];
        PositionChange: {
            /** @description The same change has the same id whenever it is asked for. */
            id: string;
            /**
             * Format: date-time
             * @description System time: when the register learned the last of what made it.
             * @example 2026-11-24T09:20:29.716Z
             */
            at: string;
            question: string;
            option: string;
            /** @example Hungary moved from oppose to conditional. */
            sentence: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "position";
            /**
             * @description ISO 3166-1 alpha-3 code (XKX for Kosovo).
             * @example HUN
             */
            member: string;
            /** @enum {string} */
            before: "support" | "oppose" | "conditional" | "abstract-support" | "uncommitted" | "unknown";
            /** @enum {string} */
            after: "support" | "oppose" | "conditional" | "abstract-support" | "uncommitted" | "unknown";
            signals: components["schemas"]["SignalChange"][];
        };
        SignalChange: {
            /** @enum {string} */
            change: "gained" | "lost";
            /** @enum {string} */
            stance: "support" | "oppose" | "conditional" | "abstract-support" | "uncommitted";
            quote: string;
            reader: string;
            /** @enum {string} */
            because: "new document" | "reader" | "person";
        };
        OutcomeChange: {
            /** @description The same change has the same id whenever it is asked for. */
            id: string;
            /**
             * Format: date-time
             * @description System time: when the register learned the last of what made it.
             * @example 2026-11-24T09:20:29.716Z
             */
            at: string;
            question: string;
            option: string;
            /** @example Hungary moved from oppose to conditional. */
            sentence: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "outcome";
            before: ("adopted" | "blocked" | "open") | null;
            /** @enum {string} */
            after: "adopted" | "blocked" | "open";
            /** @description The count in a sentence. */
            count: string;
        };
        Erasure: {
            /** @description SHA-256 in hexadecimal. */
            documentId: string;
            author: string;
            reason: string;
            removed: {
                statements: number;
                signals: number;
                decisions: number;
            };
            /**
             * Format: date-time
             * @example 2026-11-24T09:20:29.716Z
             */
            recordedAt: string;
        };
        Erased: {
            /** @description SHA-256 in hexadecimal. */
            documentId: string;
            author: string;
            reason: string;
            removed: {
                statements: number;
                signals: number;
                decisions: number;
            };
            /**
             * Format: date-time
             * @example 2026-11-24T09:20:29.716Z
             */
            recordedAt: string;
            /** @description Documents that still hold the same words. */
            sameWords: string[];
        };
        NewErasure: {
            /** @description Needed where nobody has signed in. */
            author?: string;
            reason: string;
        };
        DocumentItem: {
            id: string;
            title: string;
            publisher: string;
            /**
             * Format: date
             * @example 2024-10-18
             */
            published: string | null;
        };
        ReadDocument: {
            documentId: string;
            /** @description False when this reader had read the same text for the question before. */
            added: boolean;
            statements: number;
            signals: number;
        };
        NewDocument: {
            /** @description The words to read, at most 20 MB. */
            text: string;
            /**
             * @default text
             * @enum {string}
             */
            format: "text" | "html" | "markdown";
            title?: string;
            publisher?: string;
            /**
             * Format: date
             * @description Day of publication.
             * @example 2024-10-18
             */
            published?: string;
            /** @description Where it was found; it is not fetched. */
            address?: string;
        };
        Document: {
            id: string;
            title: string;
            publisher: string;
            /**
             * Format: date
             * @example 2024-10-18
             */
            published: string | null;
            address: string;
            /** @description Normalised text; all spans count its UTF-16 code units. Untrusted: show it as text, never as markup. */
            text: string;
            statements: {
                speaker: string;
                speaksFor: string;
                /** @enum {string} */
                attribution: "on-record" | "second-hand" | "anonymous" | "outlet";
                source: components["schemas"]["Span"][];
                cue: components["schemas"]["Span"][];
                content: components["schemas"]["Span"][];
                rule: string;
            }[];
            evidence: components["schemas"]["Evidence"][];
        };
        ReadAddress: {
            /** @description False when this reader had read the same words before. */
            added: boolean;
            statements: number;
            signals: number;
        };
        NewAddress: {
            address: string;
        };
        Source: {
            question: string;
            /**
             * @description A feed, a sitemap or a page.
             * @example https://harbour.example/feed.xml
             */
            address: string;
            /**
             * Format: date-time
             * @description When it was taken up.
             * @example 2026-11-24T09:20:29.716Z
             */
            since: string;
            /**
             * Format: date-time
             * @description Last answer; null when there was none.
             * @example 2026-11-24T09:20:29.716Z
             */
            lastSeen: string | null;
            /** @description Articles it named that were read. */
            articles: number;
            /** @description Articles it named that failed. */
            failed: number;
            /** @description Why the source itself failed last; null when it answered. */
            failure: string | null;
        };
        TakenSource: {
            question: string;
            /**
             * @description A feed, a sitemap or a page.
             * @example https://harbour.example/feed.xml
             */
            address: string;
            /**
             * Format: date-time
             * @description When it was taken up.
             * @example 2026-11-24T09:20:29.716Z
             */
            since: string;
            /**
             * Format: date-time
             * @description Last answer; null when there was none.
             * @example 2026-11-24T09:20:29.716Z
             */
            lastSeen: string | null;
            /** @description Articles it named that were read. */
            articles: number;
            /** @description Articles it named that failed. */
            failed: number;
            /** @description Why the source itself failed last; null when it answered. */
            failure: string | null;
            /** @description False when it was followed already. */
            added: boolean;
        };
        NewSource: {
            question: string;
            address: string;
        };
        LeftSource: {
            /** @description Questions for which it was followed. */
            left: number;
        };
        SourceCheck: {
            question: string;
            read: {
                address: string;
                statements: number;
                signals: number;
                isNewVersion: boolean;
            }[];
            /** @description Articles that are as they were. */
            known: number;
            failed: {
                address: string;
                code: string;
                message: string;
                isGivenUp: boolean;
            }[];
            /** @description Sentences on what was not as usual. */
            notes: string[];
        };
        NewCheck: {
            question: string;
            /** @description This source alone, also one that was given up. */
            address?: string;
        };
        FailedFetch: {
            question: string;
            address: string;
            /** @description The source that named it; null for a source itself. */
            via: string | null;
            /** @description Failures in a row. */
            failures: number;
            /**
             * Format: date-time
             * @example 2026-11-24T09:20:29.716Z
             */
            lastAsked: string;
            /** @example fetch-refused */
            code: string;
            /** @description One sentence: what failed and why. */
            message: string;
            /** @description Whether it is left until somebody asks for another try. */
            isGivenUp: boolean;
        };
        Retried: {
            retried: number;
        };
        NewRetry: {
            question?: string;
            /** @description All that failed when absent. */
            addresses?: string[];
        };
        Alert: {
            id: number;
            question: string;
            option: string | null;
            /** @enum {string} */
            channel: "webhook" | "mail" | "feed";
            /**
             * @description As far as it may be shown: the path of a webhook often is its secret.
             * @example https://hooks.example/…
             */
            target: string;
            /**
             * @description Which changes: all, positions of members, or the outcome.
             * @enum {string}
             */
            about: "all" | "positions" | "outcome";
            /** @description Whose positions; everybody’s when empty. */
            members: string[];
            author: string;
            /**
             * Format: date-time
             * @example 2026-11-24T09:20:29.716Z
             */
            recordedAt: string;
            /**
             * Format: date-time
             * @description Changes recorded until then were told; null when nothing was yet.
             * @example 2026-11-24T09:20:29.716Z
             */
            toldUntil: string | null;
            /** @description Why the last delivery failed; null when it did not. */
            failure: string | null;
        };
        NewAlert: {
            question: string;
            option?: string;
            /** @description Where it is posted, signed as Standard Webhooks asks; public addresses alone. */
            webhook?: string;
            mail?: string;
            /** @description As a feed at /api/alerts/{id}/feed. Give one of webhook, mail and feed. */
            feed?: boolean;
            /**
             * @description Which changes: all, positions of members, or the outcome.
             * @enum {string}
             */
            about?: "all" | "positions" | "outcome";
            /** @description Codes or names: the positions of these alone. */
            members?: string[];
            /** @description Needed where nobody has signed in. */
            author?: string;
        };
        AlertOutcome: {
            id: number;
            question: string;
            target: string;
            /** @description Changes that were told, in one message or two. */
            told: number;
            /** @description Why it was not delivered; the next run tries again. */
            failure: string | null;
        };
        NewAlertRun: {
            question?: string;
        };
        PageVersions: {
            address: string;
            versions: components["schemas"]["PageVersion"][];
        };
        PageVersion: {
            /** @description 1, 2, 3, … in the order of what was seen; a page that goes back to earlier words is a version again. */
            number: number;
            documentId: string;
            title: string;
            /**
             * Format: date-time
             * @example 2026-11-24T09:20:29.716Z
             */
            firstSeen: string;
            /**
             * Format: date-time
             * @example 2026-11-24T09:20:29.716Z
             */
            lastSeen: string;
            /** @description What changed since the version before, in the order of the text; either side may be empty. */
            changes: {
                was: string;
                now: string;
            }[];
            /** @description Evidence read in this version whose words the newest lacks. */
            vanished: components["schemas"]["VanishedEvidence"][];
        };
        VanishedEvidence: {
            question: string;
            option: string;
            /**
             * @description ISO 3166-1 alpha-3 code (XKX for Kosovo).
             * @example HUN
             */
            member: string;
            /** @enum {string} */
            stance: "support" | "oppose" | "conditional" | "abstract-support" | "uncommitted";
            signalId: string;
            /** @description SHA-256 in hexadecimal. */
            documentId: string;
            /** @description The words that are gone. */
            quote: string;
            /** @description Since when, and whether the page says something else of the member now. */
            note: string;
        };
        ChangedPage: {
            address: string;
            title: string;
            /** @description The newest version. */
            documentId: string;
            versions: number;
            /**
             * Format: date-time
             * @description When the newest version was seen first.
             * @example 2026-11-24T09:20:29.716Z
             */
            changedAt: string;
            /** @description Signals whose words are gone from it. */
            vanished: number;
        };
        QueueItem: {
            signalId: string;
            /**
             * @description ISO 3166-1 alpha-3 code (XKX for Kosovo).
             * @example HUN
             */
            member: string;
            /** @enum {string} */
            stance: "support" | "oppose" | "conditional" | "abstract-support" | "uncommitted";
            /**
             * @description Whether it counts until somebody takes it away, or does not count until somebody accepts it.
             * @enum {string}
             */
            standing: "counted" | "waiting";
            /** @description How sure the reader is. */
            confidence: number;
            quote: string;
            documentId: string;
            /**
             * @description What the count would do if the member stood on the other side.
             * @enum {string}
             */
            effect: "changes the outcome" | "changes the fewest flips" | "changes nothing";
            /** @description Whether the member’s stance rests on one origin alone, in which nobody says it under their own name. */
            fragile: boolean;
            /** @description How unsure the member’s position is. */
            doubt: number;
        };
        Decision: {
            id: number;
            /** @enum {string} */
            action: "accept" | "reject" | "correct" | "add" | "declare" | "merge" | "split";
            author: string;
            note: string;
            /**
             * Format: date-time
             * @example 2026-11-24T09:20:29.716Z
             */
            recordedAt: string;
            /**
             * @description ISO 3166-1 alpha-3 code (XKX for Kosovo).
             * @example HUN
             */
            member: string | null;
            option: string | null;
            /** @enum {string|null} */
            stance: "support" | "oppose" | "conditional" | "abstract-support" | "uncommitted" | null;
            signalId: string | null;
            documentId: string | null;
            quote: string | null;
            /** @description Of merge and split; else empty. */
            documents: string[];
            /**
             * Format: date
             * @description Of declare: first day it holds.
             * @example 2024-10-18
             */
            from: string | null;
        };
        Decided: {
            id: number;
        };
        NewDecision: components["schemas"]["Accept"] | components["schemas"]["Reject"] | components["schemas"]["Correct"] | components["schemas"]["Add"] | components["schemas"]["Declare"] | components["schemas"]["Merge"] | components["schemas"]["Split"];
        Accept: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            action: "accept";
            /** @description Id of the signal, or its first 8 characters or more. */
            signal: string;
            /** @description Who decides; needed where nobody has signed in. */
            author?: string;
            /**
             * @description Why.
             * @default
             */
            note: string;
        };
        Reject: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            action: "reject";
            /** @description Id of the signal, or its first 8 characters or more. */
            signal: string;
            /** @description Who decides; needed where nobody has signed in. */
            author?: string;
            /**
             * @description Why.
             * @default
             */
            note: string;
        };
        Correct: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            action: "correct";
            /** @description Id of the signal, or its first 8 characters or more. */
            signal: string;
            /** @enum {string} */
            stance?: "support" | "oppose" | "conditional" | "abstract-support" | "uncommitted";
            /**
             * @description Code or name of the member.
             * @example HUN
             */
            member?: string;
            /** @description Option of the question; the first when absent. */
            option?: string;
            /** @description Who decides; needed where nobody has signed in. */
            author?: string;
            /**
             * @description Why.
             * @default
             */
            note: string;
        };
        Add: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            action: "add";
            /**
             * @description Code or name of the member.
             * @example HUN
             */
            member: string;
            /** @description Option of the question; the first when absent. */
            option?: string;
            /** @enum {string} */
            stance: "support" | "oppose" | "conditional" | "abstract-support" | "uncommitted";
            /** @description Id of a document, or its first 8 characters or more. */
            document: string;
            /** @description Words of the document, exactly. */
            quote: string;
            /** @description Where the quote stands, when it stands there more than once. */
            start?: number;
            speaker?: string;
            /** @enum {string} */
            attribution?: "on-record" | "second-hand" | "anonymous" | "outlet";
            /** @description Whether the speaker speaks for the member. */
            ownVoice?: boolean;
            /** @description Who decides; needed where nobody has signed in. */
            author?: string;
            /**
             * @description Why.
             * @default
             */
            note: string;
        };
        Declare: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            action: "declare";
            /**
             * @description Code or name of the member.
             * @example HUN
             */
            member: string;
            /** @description Option of the question; the first when absent. */
            option?: string;
            /**
             * @description `none` takes an earlier declaration back.
             * @enum {string}
             */
            stance: "support" | "oppose" | "conditional" | "abstract-support" | "uncommitted" | "none";
            /**
             * Format: date
             * @description First day it holds.
             * @example 2024-10-18
             */
            from?: string;
            /** @description Who decides; needed where nobody has signed in. */
            author?: string;
            /**
             * @description Why.
             * @default
             */
            note: string;
        };
        Merge: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            action: "merge";
            /** @description Ids of documents, or their first 8 characters or more. */
            documents: string[];
            /** @description Who decides; needed where nobody has signed in. */
            author?: string;
            /**
             * @description Why.
             * @default
             */
            note: string;
        };
        Split: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            action: "split";
            /** @description Ids of documents, or their first 8 characters or more. */
            documents: string[];
            /** @description Who decides; needed where nobody has signed in. */
            author?: string;
            /**
             * @description Why.
             * @default
             */
            note: string;
        };
        Options: {
            question: {
                id: string;
                title: string;
            };
            rule: {
                id: string;
                text: string;
                needs: string;
            };
            options: components["schemas"]["OptionCount"][];
            /** @description Adopted whatever the undecided do. */
            adopted: string[];
            /** @description Not blocked today. */
            possible: string[];
            /** @description Least cost to make possible, then certain. */
            nearest: string[];
            /** @description Options that no other is better than for some members and worse for none. */
            pareto: string[];
            sentence: string;
        };
        OptionCount: {
            id: string;
            proposal: string;
            /** @description Options whose evidence carries over by a declared entailment. */
            restsOn: string[];
            /** @enum {string} */
            outcome: "adopted" | "blocked" | "open";
            sentence: string;
            supporters: string[];
            holdouts: string[];
            undecided: string[];
            /** @description Signals that speak of it, entailed ones among them. */
            signals: number;
            fewestFlips: number | null;
            toPossible: components["schemas"]["PricedSet"] | null;
            toCertain: components["schemas"]["PricedSet"] | null;
            probability: {
                adoption: number;
                apart: number;
                together: number;
            } | null;
            /** @description Options that every member likes at least as well and one more. */
            dominatedBy: string[];
        };
        QuestionPower: {
            body: string;
            rule: {
                id: string;
                text: string;
                citation: string;
                notes: string[];
            };
            /**
             * Format: date
             * @description The day of the roster, rule and weights.
             * @example 2024-10-18
             */
            date: string;
            sentence: string;
            power: components["schemas"]["Power"];
            question: {
                id: string;
                title: string;
            };
            option: components["schemas"]["OptionItem"];
            /** @description Who decides given what the others want; null where it is too large to reckon exactly. */
            today: {
                adoption: number;
                sentence: string;
                assumptions: string[];
                members: {
                    /**
                     * @description ISO 3166-1 alpha-3 code (XKX for Kosovo).
                     * @example HUN
                     */
                    member: string;
                    /** @enum {string} */
                    stance: "support" | "oppose" | "conditional" | "abstract-support" | "uncommitted" | "unknown";
                    chance: number;
                    pivot: number;
                }[];
            } | null;
        };
        Power: {
            id: string;
            title: string;
            /** @description A whole number. */
            winningCoalitions: string;
            /** @description A whole number. */
            minimalWinningCoalitions: string | null;
            /** @description A whole number. */
            totalSwings: string;
            /** @description Share of coalitions that win. Null where it is not defined or not computed. */
            colemanPowerToAct: components["schemas"]["Quantity"] | null;
            members: {
                member: string;
                /** @description A whole number. */
                swings: string;
                /** @description Swings by coalitions of the others. Null where it is not defined or not computed. */
                banzhafAbsolute: components["schemas"]["Quantity"] | null;
                /** @description Share of all swings. Null where it is not defined or not computed. */
                banzhafNormalised: components["schemas"]["Quantity"] | null;
                /** @description Chance of being pivotal in a random order. Null where it is not defined or not computed. */
                shapleyShubik: components["schemas"]["Quantity"] | null;
                /** @description Equal share of minimal winning coalitions. Null where it is not defined or not computed. */
                deeganPackel: components["schemas"]["Quantity"] | null;
                /** @description Swings by winning coalitions. Null where it is not defined or not computed. */
                colemanPrevent: components["schemas"]["Quantity"] | null;
                /** @description Swings by losing coalitions. Null where it is not defined or not computed. */
                colemanInitiate: components["schemas"]["Quantity"] | null;
            }[];
            method: string[];
        };
        Quantity: {
            /** @description Numerator and denominator; null when the value is not exact. */
            fraction: [
                string,
                string
            ] | null;
            /** @description Decimal with 16 significant digits, fewer when that many are exact. */
            value: string;
        };
        BodyPower: {
            body: string;
            rule: {
                id: string;
                text: string;
                citation: string;
                notes: string[];
            };
            /**
             * Format: date
             * @description The day of the roster, rule and weights.
             * @example 2024-10-18
             */
            date: string;
            sentence: string;
            power: components["schemas"]["Power"];
        };
        WhatIf: {
            question: {
                id: string;
                title: string;
            };
            option: {
                id: string;
                proposal: string;
            };
            saved: {
                /** @example ceasefire */
                name: string;
                author: string;
                note: string;
                /**
                 * Format: date-time
                 * @example 2026-11-24T09:20:29.716Z
                 */
                recordedAt: string;
            } | null;
            /**
             * @description Suppositions by the names of the query parameters.
             * @example {
             *       "met": "war-over"
             *     }
             */
            supposes: {
                [key: string]: string;
            };
            before: components["schemas"]["CountInShort"];
            after: components["schemas"]["CountInShort"];
            moved: {
                /**
                 * @description ISO 3166-1 alpha-3 code (XKX for Kosovo).
                 * @example HUN
                 */
                member: string;
                name: string;
                /** @enum {string} */
                from: "support" | "oppose" | "conditional" | "abstract-support" | "uncommitted" | "unknown";
                /** @enum {string} */
                to: "support" | "oppose" | "conditional" | "abstract-support" | "uncommitted" | "unknown";
                /** @enum {string} */
                by: "condition" | "supposed";
                words: string[];
            }[];
            /** @description Who named a condition that is met and waits for something else too. */
            held: {
                /**
                 * @description ISO 3166-1 alpha-3 code (XKX for Kosovo).
                 * @example HUN
                 */
                member: string;
                name: string;
                /** @enum {string} */
                stance: "support" | "oppose" | "conditional" | "abstract-support" | "uncommitted" | "unknown";
                unmet: string[];
            }[];
            conditions: {
                kind: string;
                /** @enum {string} */
                state: "open" | "met" | "failed";
                supposedMet: boolean;
                stated: {
                    /**
                     * @description ISO 3166-1 alpha-3 code (XKX for Kosovo).
                     * @example HUN
                     */
                    member: string;
                    name: string;
                    /** @enum {string} */
                    stance: "support" | "oppose" | "conditional" | "abstract-support" | "uncommitted";
                    words: string;
                }[];
            }[];
            sentence: string;
        };
        CountInShort: {
            /** @enum {string} */
            outcome: "adopted" | "blocked" | "open";
            sentence: string;
            holdouts: string[];
            fewestFlips: number | null;
            adoption: number | null;
        };
        WhatIfItem: {
            question: string;
            /** @example ceasefire */
            name: string;
            author: string;
            note: string;
            /**
             * @description Suppositions by the names of the query parameters.
             * @example {
             *       "met": "war-over"
             *     }
             */
            supposes: {
                [key: string]: string;
            };
            /**
             * Format: date-time
             * @example 2026-11-24T09:20:29.716Z
             */
            recordedAt: string;
        };
        SaveWhatIf: {
            /** @example ceasefire */
            name: string;
            author?: string;
            /** @default  */
            note: string;
            supposes: {
                option?: string;
                asOf?: string;
                rule?: string;
                assume?: string;
                met?: string;
                cost?: string;
                chance?: string;
                together?: string;
                exclude?: string;
            };
        };
        StatementItem: {
            id: string;
            document: string;
            publisher: string;
            /** @description Day of publication; empty when undated. */
            published: string;
            recorded: string;
            speaker: string;
            speaksFor: string;
            attribution: string;
            directness: string;
            /** @description Codes of the states it is about, parted by spaces. */
            about: string;
            origin: string;
            quote: string;
            start: number;
            end: number;
            rule: string;
        };
        Timeline: {
            /** @description As of each day at which the count changed: what had been said by then. */
            valid: components["schemas"]["TimelineMoment"][];
            /** @description As known at each instant at which the count changed: what the register had learned by then. */
            recorded: components["schemas"]["TimelineMoment"][];
            /** @description Whether moments were left out to keep the answer short. */
            thinned: boolean;
        };
        TimelineMoment: {
            /** @description A day of valid time, or an instant of recorded time. */
            at: string;
            /** @enum {string} */
            outcome: "adopted" | "blocked" | "open";
            sentence: string;
            /** @description Documents that had spoken by then. */
            documents: number;
            /** @description Members with each stance. */
            tally: {
                support: number;
                oppose: number;
                conditional: number;
                "abstract-support": number;
                uncommitted: number;
                unknown: number;
            };
            /** @description Stance of each member, by its code. */
            stances: {
                [key: string]: "support" | "oppose" | "conditional" | "abstract-support" | "uncommitted" | "unknown";
            };
        };
        Changes: {
            /**
             * Format: date-time
             * @example 2026-11-24T09:20:29.716Z
             */
            from: string;
            /**
             * Format: date-time
             * @example 2026-11-24T09:20:29.716Z
             */
            to: string | null;
            positions: {
                /**
                 * @description ISO 3166-1 alpha-3 code (XKX for Kosovo).
                 * @example HUN
                 */
                member: string;
                name: string;
                /** @enum {string} */
                before: "support" | "oppose" | "conditional" | "abstract-support" | "uncommitted" | "unknown";
                /** @enum {string} */
                after: "support" | "oppose" | "conditional" | "abstract-support" | "uncommitted" | "unknown";
                /** @description Before and after. */
                confidence: number[];
                signals: {
                    /** @enum {string} */
                    change: "gained" | "lost";
                    /** @enum {string} */
                    stance: "support" | "oppose" | "conditional" | "abstract-support" | "uncommitted";
                    quote: string;
                    reader: string;
                    /** @enum {string} */
                    because: "new document" | "reader" | "person";
                }[];
            }[];
        };
        MemberRecord: {
            /**
             * @description ISO 3166-1 alpha-3 code (XKX for Kosovo).
             * @example HUN
             */
            member: string;
            name: string;
            positions: {
                question: string;
                title: string;
                option: string;
                proposal: string;
                /** @enum {string} */
                stance: "support" | "oppose" | "conditional" | "abstract-support" | "uncommitted";
                confidence: number;
                origins: number;
            }[];
            offices: {
                name: string;
                office: string;
                from: string;
                to: string | null;
            }[];
        };
        ReasonNetwork: {
            nodes: {
                id: string;
                label: string;
                /** @enum {string} */
                kind: "member" | "reason";
            }[];
            edges: {
                source: string;
                target: string;
                /** @description Signals in which the member gives the reason. */
                weight: number;
                /** @enum {string} */
                side: "for" | "against" | "mixed";
            }[];
        };
        /** @description Where bargaining on one issue ends; docs/models/bargaining.md has the equations. */
        Bargain: {
            /** @enum {string} */
            model: "challenge" | "median" | "mean" | "nash" | "ktab";
            /** @description The reading of the model, defaults too. */
            parameters: {
                [key: string]: unknown;
            };
            sentence: string;
            /** @description One value a dimension, in the unit of positions; null when the model has no answer. */
            forecast: number[] | null;
            actors: ({
                name: string;
                positions: number[];
                capability: number;
                saliences: number[];
                uncertain: boolean;
                ends: number[] | null;
            } & {
                [key: string]: unknown;
            })[];
            rounds: ({
                positions: {
                    [key: string]: number[];
                };
                moves: ({
                    actor: string;
                    pressedBy: string;
                    kind: string;
                    from: number[];
                    to: number[];
                } & {
                    [key: string]: unknown;
                })[];
            } & {
                [key: string]: unknown;
            })[];
            pressure: {
                actor: string;
                moves: number;
                distance: number;
            }[];
            settled: boolean | null;
            simulation: ({
                runs: number;
                seed: number;
                unanswered: number;
                dimensions: ({
                    mean: number;
                    sd: number;
                    quantiles: {
                        level: number;
                        value: number;
                    }[];
                } & {
                    [key: string]: unknown;
                })[];
            } & {
                [key: string]: unknown;
            }) | null;
            notes: string[];
        } & {
            [key: string]: unknown;
        };
        /** @description Views from 0 (against, come what may) to 100 (for it, now); docs/models/influence.md has the equations. */
        Influence: {
            question: string;
            option: string;
            sentence: string;
            members: ({
                /**
                 * @description ISO 3166-1 alpha-3 code (XKX for Kosovo).
                 * @example HUN
                 */
                member: string;
                name: string;
                /** @enum {string} */
                stance: "support" | "oppose" | "conditional" | "abstract-support" | "uncommitted" | "unknown";
                view: number | null;
                stubbornness: number;
                ends: number | null;
                shifted: number | null;
                change: number | null;
                carried: boolean;
                hears: {
                    /**
                     * @description ISO 3166-1 alpha-3 code (XKX for Kosovo).
                     * @example HUN
                     */
                    member: string;
                    share: number;
                }[];
            } & {
                [key: string]: unknown;
            })[];
            carriers: {
                /**
                 * @description ISO 3166-1 alpha-3 code (XKX for Kosovo).
                 * @example HUN
                 */
                member: string;
                total: number;
            }[];
            shift: {
                [key: string]: "support" | "oppose" | "conditional" | "abstract-support" | "uncommitted" | "unknown";
            };
            edges: {
                /**
                 * @description ISO 3166-1 alpha-3 code (XKX for Kosovo).
                 * @example HUN
                 */
                from: string;
                /**
                 * @description ISO 3166-1 alpha-3 code (XKX for Kosovo).
                 * @example HUN
                 */
                to: string;
                weight: number;
                parts: components["schemas"]["InfluenceEdge"][];
            }[];
            notes: string[];
        } & {
            [key: string]: unknown;
        };
        /** @description `from` carries `to` with this weight. */
        InfluenceEdge: {
            /**
             * @description ISO 3166-1 alpha-3 code (XKX for Kosovo).
             * @example HUN
             */
            from: string;
            /**
             * @description ISO 3166-1 alpha-3 code (XKX for Kosovo).
             * @example HUN
             */
            to: string;
            weight: number;
            /** @enum {string} */
            basis: "text" | "neighbour" | "shared-body" | "voting-agreement" | "hand";
            note?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description A persuasion plan; docs/models/plan.md has the program. */
        Plan: {
            question: string;
            option: string;
            /** @enum {string} */
            goal: "possible" | "certain";
            budget: number | null;
            /** @enum {string} */
            outcome: "adopted" | "blocked" | "open";
            reached: boolean;
            sentence: string;
            /** @description Why no less would do, or why it cannot be done. */
            proof: string;
            steps: ({
                order: number;
                /**
                 * @description ISO 3166-1 alpha-3 code (XKX for Kosovo).
                 * @example HUN
                 */
                member: string;
                name: string;
                /** @enum {string} */
                stance: "support" | "oppose" | "conditional" | "abstract-support" | "uncommitted" | "unknown";
                /** @enum {string} */
                how: "direct" | "carried";
                cost: number;
                through: {
                    /**
                     * @description ISO 3166-1 alpha-3 code (XKX for Kosovo).
                     * @example HUN
                     */
                    member: string;
                    weight: number;
                    bases: ("text" | "neighbour" | "shared-body" | "voting-agreement" | "hand")[];
                }[];
                levers: ({
                    /**
                     * @description ISO 3166-1 alpha-3 code (XKX for Kosovo).
                     * @example HUN
                     */
                    on: string;
                    /**
                     * @description ISO 3166-1 alpha-3 code (XKX for Kosovo).
                     * @example HUN
                     */
                    by: string | null;
                    /** @enum {string} */
                    kind: "payment" | "threat";
                    what: string;
                    body: string;
                    worth: number;
                    price: number;
                } & {
                    [key: string]: unknown;
                })[];
            } & {
                [key: string]: unknown;
            })[];
            cost: number;
            cheapest: number | null;
            needed: string[];
            left: string[];
            chance: {
                before: number;
                after: number;
            } | null;
            conditions: ({
                kind: string;
                met: string;
                words: string[];
                members: string[];
                stillNeeded: string[];
                cost: number | null;
            } & {
                [key: string]: unknown;
            })[];
            notes: string[];
        } & {
            [key: string]: unknown;
        };
        /** @description Payoffs of options by weighed reasons; docs/models/tradeoffs.md. */
        Tradeoffs: {
            question: string;
            sentence: string;
            options: ({
                id: string;
                proposal: string;
                payoff: number | null;
                members: ({
                    /**
                     * @description ISO 3166-1 alpha-3 code (XKX for Kosovo).
                     * @example HUN
                     */
                    member: string;
                    payoff: number;
                    parts: {
                        kind: string;
                        adds: number;
                    }[];
                } & {
                    [key: string]: unknown;
                })[];
            } & {
                [key: string]: unknown;
            })[];
            best: string | null;
            tornado: ({
                kind: string;
                weight: number;
                low: number;
                high: number;
                atLow: {
                    [key: string]: number | null;
                };
                atHigh: {
                    [key: string]: number | null;
                };
                swing: number;
                turnsBest: boolean;
            } & {
                [key: string]: unknown;
            })[];
            notes: string[];
        } & {
            [key: string]: unknown;
        };
        /** @description The voting record of silent members: no evidence, part of no count; docs/models/prior.md. */
        Prior: {
            question: string;
            option: string;
            sentence: string;
            leans: ({
                /**
                 * @description ISO 3166-1 alpha-3 code (XKX for Kosovo).
                 * @example HUN
                 */
                member: string;
                name: string;
                lean: number;
                like: {
                    /**
                     * @description ISO 3166-1 alpha-3 code (XKX for Kosovo).
                     * @example HUN
                     */
                    member: string;
                    agreement: number;
                    votes: number;
                }[];
            } & {
                [key: string]: unknown;
            })[];
            without: string[];
            rollCalls: number;
            notes: string[];
        } & {
            [key: string]: unknown;
        };
        Knowledge: {
            bodies: {
                id: string;
                name: string;
                /** @description Members today. */
                members: number;
                /** @description Id of the rule it decides by when none is named. */
                rule: string;
            }[];
            rules: {
                id: string;
                title: string;
                /** @description Where the rule is written. */
                source: string;
                /** @description Bodies it is for; `*` for any. */
                bodies: string[];
            }[];
            /**
             * @description Names of states by code.
             * @example {
             *       "HUN": "Hungary"
             *     }
             */
            states: {
                [key: string]: string;
            };
        };
        Forecasts: {
            sentence: string;
            forecasts: (components["schemas"]["Forecast"] & ({
                resolution: components["schemas"]["Resolution"] | null;
                scored: boolean;
            } & {
                [key: string]: unknown;
            }))[];
            scores: components["schemas"]["Scores"] | null;
            calibration: {
                from: number;
                to: number;
                forecasts: number;
                said: number;
                happened: number;
            }[];
        } & {
            [key: string]: unknown;
        };
        Resolution: {
            id: number;
            question: string;
            option: string;
            adopted: boolean;
            /**
             * Format: date
             * @example 2024-10-18
             */
            on: string;
            author: string;
            note: string;
            /**
             * Format: date-time
             * @example 2026-11-24T09:20:29.716Z
             */
            recordedAt: string;
        } & {
            [key: string]: unknown;
        };
        Forecast: {
            id: number;
            question: string;
            option: string;
            probability: number;
            author: string;
            /** @enum {string} */
            method: "count" | "hand";
            /**
             * Format: date
             * @example 2024-10-18
             */
            asOf: string;
            note: string;
            /**
             * Format: date-time
             * @example 2026-11-24T09:20:29.716Z
             */
            recordedAt: string;
        } & {
            [key: string]: unknown;
        };
        /** @description Lower is better; `reference` is the Brier score of always saying one half. */
        Scores: {
            forecasts: number;
            brier: number;
            logScore: number;
            reference: number;
        };
        NewForecast: {
            /** @description Option of the question; the first when absent. */
            option?: string;
            /** @description Your own chance of adoption; the register’s when absent. */
            probability?: number;
            /** @description Who says so; needed where nobody has signed in. */
            author?: string;
            /** @default  */
            note: string;
        };
        NewResolution: {
            /** @description Option of the question; the first when absent. */
            option?: string;
            /** @enum {string} */
            outcome: "adopted" | "not-adopted";
            /**
             * Format: date
             * @description Day of the decision; today when absent.
             * @example 2024-10-18
             */
            on?: string;
            /** @description Who says so; needed where nobody has signed in. */
            author?: string;
            /** @default  */
            note: string;
        };
        /** @description The count and the chance of adoption as of each day; docs/models/forecasts.md. */
        Backtest: {
            question: string;
            option: string;
            sentence: string;
            days: {
                /**
                 * Format: date
                 * @example 2024-10-18
                 */
                day: string;
                /** @enum {string} */
                outcome: "adopted" | "blocked" | "open";
                probability: number | null;
                holdouts: number;
                signals: number;
            }[];
            resolution: {
                adopted: boolean;
                /**
                 * Format: date
                 * @example 2024-10-18
                 */
                on: string;
            } | null;
            scores: components["schemas"]["Scores"] | null;
            calibration: {
                from: number;
                to: number;
                forecasts: number;
                said: number;
                happened: number;
            }[];
            rightSince: number | null;
            notes: string[];
        } & {
            [key: string]: unknown;
        };
        ExampleRead: {
            question: string;
            /** @description Articles read now. */
            documents: number;
        };
        Status: {
            /** @description Name and version of the offline reader. */
            reader: string;
            /** @description Whether the register answers. */
            isReady: boolean;
            upSeconds: number;
            memoryBytes: number;
            /** @description Null where the server keeps no figures. */
            requests: components["schemas"]["Figures"] | null;
            queries: components["schemas"]["Figures"] | null;
        };
        /** @description How many, how many failed, and within how many ms half and 95 in 100 of them were done (the ends of classes); null where nothing was. */
        Figures: {
            count: number;
            failed: number;
            medianMs: number | null;
            p95Ms: number | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
